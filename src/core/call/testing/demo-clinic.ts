import { loadPractice } from "../../../practices/load-practice.ts";

/** The clinic that ships with the product, so that the tests hold what people hear. */
export const textingClinic = await loadPractice("practices", "clinic");

/** The same without the question about texts, which has tests of its own. */
export const demoClinic = { ...textingClinic, texts: false };
