import { expect, test } from "vitest";
import { costText, lengthText, phoneText, readable, whenText } from "./words.ts";

const nine = Date.UTC(2026, 2, 2, 17);

test.each([
  [nine, "9:00 AM"],
  [nine - 18 * 3_600_000, "Mar 1, 3:00 PM"],
])("%i is %s at noon of that Monday in Portland", (at, text) => {
  const noon = Date.UTC(2026, 2, 2, 20);
  expect(whenText(at, "America/Los_Angeles", noon).replaceAll("\u202f", " ")).toBe(text);
});

test.each([
  ["+15035550123", "(503) 555-0123"],
  ["+442079460123", "+442079460123"],
])("%s is read as %s", (phone, text) => {
  expect(phoneText(phone)).toBe(text);
});

test("names, money and lengths", () => {
  expect(["dateOfBirth", "memberId", "phone"].map(readable)).toEqual(["Date of birth", "Member ID", "Phone"]);
  expect(costText(4_200)).toBe("$0.0042");
  expect([59_400, 247_000].map(lengthText)).toEqual(["0:59", "4:07"]);
});
