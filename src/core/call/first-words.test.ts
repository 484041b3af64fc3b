// What callers say first, and what is taken up because of it.
import { describe, expect, test } from "vitest";
import { demoClinic } from "./testing/demo-clinic.ts";
import { demoGarage } from "./testing/demo-garage.ts";
import { clinicFirstWords, garageFirstWords } from "./testing/first-words.data.ts";
import { TypedCall } from "./testing/typed-call.ts";

const practices = [
  ["a clinic", demoClinic, clinicFirstWords],
  ["a service department", demoGarage, garageFirstWords],
] as const;

for (const [whose, practice, openings] of practices)
  describe(whose, () => {
    for (const [task, lines] of openings)
      for (const line of lines)
        test(`"${line}" is a wish to ${task}`, async () => {
          const call = await TypedCall.answered({ practice, from: "+15035550177" });
          await call.type(line);
          expect(call.state.dialogue.task).toBe(task);
          expect(call.purpose).not.toMatch(/noMatch|howCanIHelp|transfer|goodbye/);
        });
  });
