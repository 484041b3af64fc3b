import type { Address, Vehicle } from "../../language/understanding.ts";
import { hide } from "../../values/private.ts";
import { type DialogueState, valueIn } from "../dialogue-state.ts";
import type { PersonDetails, Request, VehicleDetails } from "../requests.ts";

/** Who the booking is for. What is indispensable has been asked for before this is. */
export function personDetails(state: DialogueState): PersonDetails {
  const name = valueIn(state, "name");
  const address = valueIn(state, "address") ?? zipAlone(state);
  return {
    given: name?.given ?? "",
    family: name?.family ?? "",
    dateOfBirth: valueIn(state, "dateOfBirth")?.toString() ?? null,
    phone: valueIn(state, "phone"),
    email: valueIn(state, "email"),
    address,
    // A look-up that has not come back leaves the address as the caller gave it.
    addressState:
      address === null
        ? null
        : state.addressState === "asked"
          ? "unverified"
          : (state.addressState ?? "unverified"),
    payer: valueIn(state, "payer"),
    memberId: valueIn(state, "memberId"),
    groupNumber: valueIn(state, "groupNumber"),
    vehicle: vehicleDetails(state),
  };
}

/** By which a new person proves next time who they are. What is on file of others stays whole. */
function zipAlone(state: DialogueState): Address | null {
  const zip = valueIn(state, "zip");
  if (zip === null || state.identity.state === "known") return null;
  return { number: null, street: null, unit: null, city: null, state: null, zip, poBox: null };
}

/** The vehicle that was told, as the one on file where it is that one; null where none is asked for. */
function vehicleDetails(state: DialogueState): VehicleDetails | null {
  const vehicle = valueIn(state, "vehicle");
  const plate = valueIn(state, "plate");
  const vin = valueIn(state, "vin");
  if (vehicle === null && plate === null && vin === null) return null;
  const told = vehicle ?? noVehicle;
  const onFile = state.identity.vehicles
    .reveal()
    .find((one) => same(one.plate, plate) || (same(one.make, told.make) && same(one.model, told.model)));
  return {
    id: onFile?.id ?? null,
    year: told.year ?? onFile?.year ?? null,
    make: told.make ?? onFile?.make ?? null,
    model: told.model ?? onFile?.model ?? null,
    plate: plate ?? onFile?.plate ?? null,
    vin: (vin?.length === 17 ? vin : null) ?? onFile?.vin ?? null,
    mileage: valueIn(state, "mileage") ?? told.mileage ?? onFile?.mileage ?? null,
  };
}

const noVehicle: Vehicle = { year: null, make: null, model: null, mileage: null, colour: null };

function same(one: string | null, other: string | null): boolean {
  return one !== null && one.toLowerCase() === other?.toLowerCase();
}

/** What staff need to call back, to go on, or to read. */
export function ticketOf(state: DialogueState): Request {
  const isMessage = state.task === "message" && state.handOff === null;
  const phone = valueIn(state, "phone");
  const staff = valueIn(state, "staff");
  return {
    kind: "takeTicket",
    about: state.handOff ?? (isMessage ? "message" : "callBack"),
    purpose: state.handOff !== null ? "handOff" : isMessage ? "message" : "callBack",
    to: staff === "any" ? null : staff,
    phone: phone === null ? null : hide(phone),
    message: hide(ticketLines(state).join("\n")),
  };
}

function ticketLines(state: DialogueState): readonly string[] {
  const name = valueIn(state, "name");
  const lines = [
    name === null ? null : `Name: ${[name.given, name.family].filter((part) => part !== null).join(" ")}`,
    labelled("About", valueIn(state, "complaint")?.words),
    labelled("Message", valueIn(state, "messageText")),
    state.urgent ? "Urgent" : null,
  ];
  return lines.filter((line) => line !== null);
}

function labelled(label: string, words: string | null | undefined): string | null {
  return words === null || words === undefined ? null : `${label}: ${words}`;
}
