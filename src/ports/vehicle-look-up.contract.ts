import { describe, expect, test } from "vitest";
import { hide } from "../core/values/private.ts";
import type { VehicleLookUp } from "./vehicle-look-up.ts";

/** A Honda Accord of 2003, the VIN that textbooks use. */
export const exampleVin = "1HGCM82633A004352";
/** Right in form and check digit, of a maker that nobody has heard of. */
const vinOfNobody = "0AACM82693A004352";

/** What every look-up of vehicles promises. `run` is given one that knows at least `exampleVin`. */
export function vehicleLookUpContract(
  name: string,
  run: (check: (lookUp: VehicleLookUp) => Promise<void>) => Promise<void>,
): void {
  describe(`vehicle look-up: ${name}`, () => {
    test("a VIN tells maker and year", () =>
      run(async (lookUp) => {
        const answer = await lookUp.decode(hide(exampleVin));
        expect(answer).toMatchObject({ vehicle: { year: 2003, make: "Honda" } });
      }));

    test("the same VIN gives the same answer again", () =>
      run(async (lookUp) => {
        const answers = [await lookUp.decode(hide(exampleVin)), await lookUp.decode(hide(exampleVin))];
        expect(answers[1]).toEqual(answers[0]);
      }));

    test("an unknown maker is not decoded, and nothing is guessed", () =>
      run(async (lookUp) => {
        expect(await lookUp.decode(hide(vinOfNobody))).toBe("notDecoded");
      }));

    test.each(["", "1HGCM82633A00435", "1HGCM82633A004352X", "IHGCM82633AOO4352", "../../etc/passwd"])(
      '"%s" is no VIN and not decoded',
      (text) =>
        run(async (lookUp) => {
          expect(await lookUp.decode(hide(text))).toBe("notDecoded");
        }),
    );
  });
}
