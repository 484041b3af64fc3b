import { hide } from "../values/private.ts";
import { type DialogueState, valueIn } from "./dialogue-state.ts";
import type { PersonDetails, Request } from "./requests.ts";

/** Who the booking is for. Name and date of birth are indispensable, so they are there when this is asked for. */
export function personDetails(state: DialogueState): PersonDetails {
  const name = valueIn(state, "name");
  const address = valueIn(state, "address");
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
    vehicle: null,
  };
}

/** What staff need to call back and go on. */
export function ticketOf(state: DialogueState): Request {
  const phone = valueIn(state, "phone");
  const name = valueIn(state, "name");
  const complaint = valueIn(state, "complaint");
  const lines = [
    name === null ? null : `Name: ${[name.given, name.family].filter((part) => part !== null).join(" ")}`,
    complaint === null ? null : `About: ${complaint.words}`,
    state.urgent ? "Urgent" : null,
  ];
  return {
    kind: "takeTicket",
    about: state.handOff ?? "callBack",
    purpose: state.handOff === null ? "callBack" : "handOff",
    to: null,
    phone: phone === null ? null : hide(phone),
    message: hide(lines.filter((line) => line !== null).join("\n")),
  };
}
