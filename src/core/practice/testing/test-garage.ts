import type { Offering, Practice, Resource } from "../practice.ts";
import { testPractice } from "./test-practice.ts";

const [doctor] = testPractice.resources as readonly [Resource];
const [visit] = testPractice.offerings as readonly [Offering];

function bay(resource: Pick<Resource, "id" | "name"> & Partial<Resource>): Resource {
  return {
    ...doctor,
    alsoCalled: [],
    role: "bay",
    specialty: null,
    offerings: [],
    hours: testPractice.hours,
    ...resource,
  };
}

function job(offering: Pick<Offering, "id" | "name" | "durationMinutes"> & Partial<Offering>): Offering {
  return {
    ...visit,
    alsoCalled: [],
    paddingMinutes: 0,
    newPeople: true,
    knownPeople: true,
    preparation: null,
    ...offering,
  };
}

/** A small garage for tests: two technicians, one lift, one loaner car, and a drop-off lane that takes two at once. */
export const testGarage: Practice = {
  ...testPractice,
  id: "test-garage",
  kind: "autoService",
  name: "Cedar Hill Garage",
  gridMinutes: 60,
  resources: [
    bay({ id: "ray", name: "Ray", role: "technician", offerings: ["brakes", "overhaul"] }),
    bay({ id: "kim", name: "Kim", role: "technician", offerings: ["brakes", "overhaul"] }),
    bay({ id: "lift", name: "the lift", skills: ["lift"] }),
    bay({ id: "loaner", name: "the loaner car", skills: ["loaner"] }),
    bay({ id: "lane", name: "the drop-off lane", offerings: ["oilChange"], capacity: 2 }),
  ],
  offerings: [
    job({ id: "oilChange", name: "an oil change", durationMinutes: 60, waiting: true }),
    job({ id: "brakes", name: "a brake inspection", durationMinutes: 60, needs: ["lift"] }),
    job({ id: "overhaul", name: "an overhaul", durationMinutes: 120, needs: ["lift", "loaner"] }),
  ],
  identity: "phoneAndOne",
  askFor: ["name", "phone", "time"],
};
