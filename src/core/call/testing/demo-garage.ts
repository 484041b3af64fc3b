import type { MemoryPerson } from "../../../ports/testing/memory-file.ts";
import { loadPractice } from "../../../practices/load-practice.ts";

/** The service department that ships with the product. */
const shipped = await loadPractice("practices", "auto-service");
export const demoGarage = { ...shipped, texts: false };

/** A customer on file, with a vehicle. */
export const nora: MemoryPerson = {
  details: {
    given: "Nora",
    family: "Fischer",
    dateOfBirth: null,
    phone: "+17205550143",
    address: {
      number: "12",
      street: "Elm Street",
      unit: null,
      city: "Denver",
      state: "CO",
      zip: "80203",
      poBox: null,
    },
  },
  vehicles: [
    {
      id: "vehicle-civic",
      year: 2018,
      make: "Honda",
      model: "Civic",
      plate: "ABC1234",
      vin: "1HGCM82633A004352",
      mileage: 45_000,
    },
  ],
};
