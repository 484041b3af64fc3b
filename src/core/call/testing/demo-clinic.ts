import { loadPractice } from "../../../practices/load-practice.ts";

/** The clinic that ships with the product, so that the tests hold what people hear. */
export const demoClinic = await loadPractice("practices", "clinic");
