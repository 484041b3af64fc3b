import type { Address } from "../../core/language/understanding.ts";
import type { AddressBook, CheckedAddress } from "../../ports/address-book.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Telemetry } from "../../ports/telemetry.ts";
import { WorldError } from "../../ports/world-error.ts";
import { sharedAnswers } from "../shared-answers.ts";
import type { HourlyBudget } from "./hourly-budget.ts";

const KEPT_MS = 24 * 3_600_000;
const KEPT_ADDRESSES = 5_000;

/**
 * Asks `service` once a day for each address, as far as the budget goes, and `offline` otherwise: also when the service is away
 * or vouches for nothing, because `offline` may still know better than to keep a wrong ZIP code. Several who ask at the same
 * time share one question. Never rejects for a failure of the world.
 */
export function rememberedAddressBook(options: {
  readonly service: AddressBook;
  readonly offline: AddressBook;
  readonly budget: HourlyBudget;
  readonly clock: Pick<Clock, "now">;
  readonly telemetry: Telemetry;
}): AddressBook {
  const { service, offline, budget, clock, telemetry } = options;
  const shared = sharedAnswers<CheckedAddress | "overBudget">({
    keptMs: KEPT_MS,
    most: KEPT_ADDRESSES,
    keeps: (answer) => answer !== "overBudget",
    clock,
  });
  const counted = (result: string) => telemetry.meter.count("address_checks_total", { result });
  return {
    async check(address) {
      try {
        const answer = await shared(questionOf(address.reveal()), async () =>
          budget.take() ? service.check(address) : "overBudget",
        );
        counted(answer === "overBudget" ? answer : answer.state);
        if (answer !== "overBudget" && answer.state !== "unverified") return answer;
      } catch (error) {
        if (!(error instanceof WorldError)) throw error;
        counted("failed");
        telemetry.log.warn("an address could not be checked", { error });
      }
      return offline.check(address);
    },
  };
}

function questionOf(address: Address): string {
  const { number, street, unit, city, state, zip, poBox } = address;
  return JSON.stringify([number, street, unit, city, state, zip, poBox]).toLowerCase();
}
