import { ukInwardExcluded, ukPostcodeAreas } from "./en/uk-postcode-areas.data.ts";

/** The extra cost of believing a well-formed British postcode whose area, district letter or last letters do not exist. */
export function postcodeDoubt(text: string): number {
  const area = /^[A-Z]+/.exec(text)?.[0] ?? "";
  let doubt = ukPostcodeAreas.has(area) ? 0 : 2;
  for (const letter of text.slice(-2)) if (ukInwardExcluded.includes(letter)) doubt += 2.5;
  if (/^[A-Z]+\d[IOQZ]\d/.test(text)) doubt += 1.5;
  if (/^[A-Z]+0\d\d/.test(text)) doubt += 0.3;
  if (/V\d..$/.test(text)) doubt += 0.3;
  return doubt;
}
