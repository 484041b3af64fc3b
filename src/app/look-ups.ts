import { openUpstream } from "../partners/http/upstream.ts";
import { nhtsaVehicleLookUp, vinDecoderLimits } from "../partners/nhtsa-vehicle-look-up.ts";
import { offlineAddressBook } from "../partners/offline-address-book.ts";
import { offlineVehicleLookUp } from "../partners/offline-vehicle-look-up.ts";
import { rememberedVehicleLookUp } from "../partners/remembered-vehicle-look-up.ts";
import { HourlyBudget } from "../partners/usps/hourly-budget.ts";
import { rememberedAddressBook } from "../partners/usps/remembered-address-book.ts";
import { uspsAddressBook, uspsLimits } from "../partners/usps/usps-address-book.ts";
import type { AddressBook } from "../ports/address-book.ts";
import type { Clock } from "../ports/clock.ts";
import type { Telemetry } from "../ports/telemetry.ts";
import type { VehicleLookUp } from "../ports/vehicle-look-up.ts";
import type { Secrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

export interface LookUps {
  readonly addressBook: AddressBook;
  readonly vehicleLookUp: VehicleLookUp;
}

interface Parts {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

/**
 * Who knows addresses and vehicles: the services that are set, each with what is known offline behind it. Closes with `opened`.
 */
export function openLookUps(parts: Parts, opened: AsyncDisposableStack): LookUps {
  return { addressBook: addressBookOf(parts, opened), vehicleLookUp: vehicleLookUpOf(parts, opened) };
}

function addressBookOf({ settings, secrets, clock, telemetry }: Parts, opened: AsyncDisposableStack) {
  const { USPS_CLIENT_ID: clientId, USPS_URL: address, USPS_REQUESTS_PER_HOUR: most } = settings;
  const clientSecret = secrets.of("USPS_CLIENT_SECRET");
  if (clientId === undefined || clientSecret === null) return offlineAddressBook;
  const usps = openUpstream({ service: "usps", address, limits: uspsLimits, clock, telemetry });
  opened.defer(() => usps.close());
  const service = uspsAddressBook({ usps, clientId, clientSecret, clock });
  const budget = new HourlyBudget(most, clock);
  return rememberedAddressBook({ service, offline: offlineAddressBook, budget, clock, telemetry });
}

function vehicleLookUpOf({ settings, clock, telemetry }: Parts, opened: AsyncDisposableStack) {
  const { VIN_DECODER_URL: address } = settings;
  const offline = offlineVehicleLookUp(clock);
  if (address === undefined) return offline;
  const vpic = openUpstream({ service: "vPIC", address, limits: vinDecoderLimits, clock, telemetry });
  opened.defer(() => vpic.close());
  return rememberedVehicleLookUp({ service: nhtsaVehicleLookUp(vpic), offline, clock, telemetry });
}
