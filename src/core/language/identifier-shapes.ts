import type { IdentifierShape } from "./expectation.ts";

const ukPostcode: IdentifierShape = {
  name: "ukPostcode",
  minLength: 5,
  maxLength: 7,
  masks: ["A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA"],
};

/** Forms that questions ask for by name. Payers number their members too differently for a mask. */
export const identifierShapes: Readonly<Record<string, IdentifierShape>> = {
  ukPostcode,
  zip: { name: "zip", minLength: 5, maxLength: 9, masks: ["99999", "999999999"] },
  memberId: { name: "memberId", minLength: 6, maxLength: 14, masks: [] },
  groupNumber: { name: "groupNumber", minLength: 4, maxLength: 12, masks: [] },
  plate: { name: "plate", minLength: 4, maxLength: 8, masks: [] },
  /** The end of a VIN, or all of it. */
  vin: { name: "vin", minLength: 6, maxLength: 17, masks: [] },
  confirmation: { name: "confirmation", minLength: 4, maxLength: 10, masks: [] },
};

/**
 * A shape from how a setting or a tool's user writes it: a known name (`ukPostcode`, "UK postcode", "member ID"), or a mask
 * such as `AAA999999` or `A9 9AA`. Anything else is an identifier of 3 to 20 characters.
 */
export function shapeFrom(text: string): IdentifierShape {
  const key = text.toLowerCase().replace(/[^a-z]/g, "");
  for (const [name, shape] of Object.entries(identifierShapes)) {
    if (name.toLowerCase() === key) return shape;
  }
  if (/post ?code/i.test(text)) return ukPostcode;
  const mask = text.replace(/[\s-]/g, "");
  if (/^[A9*]{2,20}$/.test(mask)) {
    return { name: "mask", minLength: mask.length, maxLength: mask.length, masks: [mask] };
  }
  return { name: key, minLength: 3, maxLength: 20, masks: [] };
}
