import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { services } from "../core/language/en/service-table.ts";
import { loadPractice, PracticeError, parsePractice, practiceIds } from "./load-practice.ts";

const text = await readFile("practices/clinic.yaml", "utf8");

/** The faults of the clinic's file after a change. */
function faultsAfter(change: (file: Record<string, never>) => void): readonly string[] {
  const file = parse(text);
  change(file);
  try {
    parsePractice("clinic.yaml", "clinic", stringify(file));
  } catch (error) {
    if (error instanceof PracticeError) return error.faults;
    throw error;
  }
  return [];
}

test("the demonstration clinic is without fault", async () => {
  const clinic = await loadPractice("practices", "clinic");
  expect(clinic.resources.map(({ name }) => name)).toContain("Dr. Elena Garcia");
  expect(clinic.hours[1]).toEqual([{ from: "08:00", to: "18:00" }]);
  expect(clinic.hours[7]).toBeUndefined();
  expect(await practiceIds("practices")).toContain("clinic");
});

test("the demonstration service department is without fault", async () => {
  const shop = await loadPractice("practices", "auto-service");
  expect(shop.kind).toBe("autoService");
  expect(shop.identity).toBe("phoneAndOne");
  expect(shop.resources.filter(({ skills }) => skills.includes("lift"))).toHaveLength(4);
  const covered = new Set(shop.offerings.flatMap(({ services }) => services));
  expect(services.filter(({ id }) => !covered.has(id))).toEqual([]);
});

test("skills that nobody has and services that are unknown are named", () => {
  // biome-ignore lint/suspicious/noExplicitAny: the test breaks the file in ways that no type allows.
  const faults = faultsAfter((file: any) => {
    file.offerings[0].needs = ["lift"];
    file.offerings[0].services = ["oilChnge"];
    file.resources[0].offerings = [];
  });
  expect(faults).toContainEqual(
    expect.stringMatching(/^offerings\[0\]\.services: "oilChnge" must be a service/),
  );
  expect(faults).toContainEqual(expect.stringMatching(/^offerings\[0\]\.needs: "lift" must be a skill/));
  expect(faults).toContain("resources[0]: must name at least one offering or skill");
});

test("ten mistakes are ten lines, each with its place and its cure", () => {
  // biome-ignore lint/suspicious/noExplicitAny: the test breaks the file in ways that no type allows.
  const faults = faultsAfter((file: any) => {
    file.timeZone = "Portland";
    file.hours.mon = "8-17";
    file.hours.tue = "17:00-09:00";
    file.numbers = ["503 555 0100"];
    file.resources[0].offerings = ["newPatient", "checkupp"];
    file.resources[1].id = "garcia";
    file.offerings[0].durationMinutes = "long";
    file.payers.push("blueCros");
    file.wording.greetng = "Hello";
    file.askFor.push("shoeSize");
  });
  expect(faults).toHaveLength(10);
  const expected = [
    /^timeZone: must be an IANA time zone/,
    /^hours\.mon: "8-17" must look like 08:00-17:00/,
    /^hours\.tue: "17:00-09:00" must end after it begins/,
    /^numbers\[0\]: must be a telephone number with \+/,
    /^resources\[0\]\.offerings: "checkupp" must be the id of an offering of this file: newPatient/,
    /^resources\[1\]\.id: "garcia" is used twice/,
    /^offerings\[0\]\.durationMinutes: must be a number of minutes/,
    /^payers: "blueCros" must be a payer id/,
    /^wording: "greetng" is not known here/,
    /^askFor: "shoeSize" must be a field/,
  ];
  for (const line of expected) expect(faults).toContainEqual(expect.stringMatching(line));
});

test("a missing value is said to be missing", () => {
  // biome-ignore lint/suspicious/noExplicitAny: the test breaks the file in ways that no type allows.
  const faults = faultsAfter((file: any) => {
    delete file.name;
    delete file.wording.goodbye;
  });
  expect(faults).toEqual([
    expect.stringMatching(/^name: is missing/),
    expect.stringMatching(/^wording\.goodbye: is missing/),
  ]);
});

test("hours of a doctor outside those of the practice are named by day", () => {
  // biome-ignore lint/suspicious/noExplicitAny: the test breaks the file in ways that no type allows.
  const faults = faultsAfter((file: any) => {
    file.resources[0].hours.mon = "06:00-12:00";
  });
  expect(faults).toEqual(["resources[0].hours.mon: must lie within the hours of the practice"]);
});

test("text that is no YAML is named by line and column", () => {
  expect(() => parsePractice("broken.yaml", "broken", 'kind: clinic\nname: "Willow\n')).toThrow(
    /line \d+, column \d+/,
  );
});

test("a file that is not there names those that are", async () => {
  await expect(loadPractice("practices", "hospital")).rejects.toThrow(
    /there is no such file; there are: .*clinic/,
  );
});
