import type { PersonDetails } from "../../core/dialogue/requests.ts";

/** Somebody of whom no more is known than who they are. */
export const plainPerson: PersonDetails = {
  given: "Ana",
  family: "Marsh",
  dateOfBirth: "1980-01-02",
  phone: null,
  email: null,
  address: null,
  addressState: null,
  payer: null,
  memberId: null,
  groupNumber: null,
  vehicle: null,
};
