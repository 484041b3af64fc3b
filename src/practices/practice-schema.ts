import { z } from "zod";
import type { HoursSpan, WeeklyHours } from "../core/practice/practice.ts";
import { isE164 } from "../core/values/e164.ts";

const dayNames = { mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6, sun: 7 } as const;
const spanForm = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]|24):([0-5]\d)$/;

const id = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]*$/, "must start with a small letter and hold letters, digits and dashes only");
const words = z.string().trim().min(1, "must not be empty");
const e164 = z
  .string()
  .refine(isE164, "must be a telephone number with + and country code, such as +15035550123");
const email = z.email("must be an e-mail address such as desk@example.com");
const day = z.iso.date("must be a day such as 2026-12-24");
const minutes = (least: number) =>
  z.number("must be a number of minutes").int("must be whole minutes").min(least);
const list = <T extends z.ZodType>(item: T) => z.array(item, "must be a list").default([]);

/** `08:00-12:00, 13:00-17:00` to spans; the error says which of them is wrong. */
const spans = z.string("must be text such as 08:00-17:00").transform((text, context): HoursSpan[] => {
  const parts = text.split(",").map((part) => part.trim());
  const read = parts.map((part) =>
    spanForm.test(part) ? { from: part.slice(0, 5), to: part.slice(6) } : null,
  );
  read.forEach((span, index) => {
    const previous = index > 0 ? read[index - 1] : null;
    if (span === null)
      context.addIssue({ code: "custom", message: `"${parts[index]}" must look like 08:00-17:00` });
    else if (span.from >= span.to)
      context.addIssue({ code: "custom", message: `"${parts[index]}" must end after it begins` });
    else if (previous && previous.to > span.from)
      context.addIssue({
        code: "custom",
        message: `"${parts[index]}" must begin after the span before it ends`,
      });
  });
  return read.filter((span) => span !== null);
});

const hours = z
  .partialRecord(
    z.enum(
      ["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
      "must be one of mon, tue, wed, thu, fri, sat, sun",
    ),
    spans,
  )
  .transform(
    (byName): WeeklyHours =>
      Object.fromEntries(
        Object.entries(byName).map(([name, open]) => [dayNames[name as keyof typeof dayNames], open]),
      ),
  );

const resource = z.strictObject({
  id,
  name: words,
  alsoCalled: list(words),
  role: words.default("doctor"),
  specialty: words.nullable().default(null),
  languages: z.array(words).default(["en"]),
  payers: z.array(words).nullable().default(null),
  offerings: list(id),
  rating: z.number().min(0).max(5).default(0),
  hours,
  location: id.nullable().default(null),
  daysOff: list(day),
  skills: list(id),
  capacity: z.number("must be a number").int("must be whole").min(1, "must be 1 or more").default(1),
});

const cents = z.number("must be a number of cents").int("must be whole cents").min(0);
const price = z
  .strictObject({ fromCents: cents, toCents: cents })
  .refine(({ fromCents, toCents }) => fromCents <= toCents, "must not end below where it begins");

const years = z
  .number("must be a number of years")
  .int("must be whole years")
  .min(0)
  .nullable()
  .default(null);
const rules = z.strictObject({
  minAgeYears: years,
  maxAgeYears: years,
  payers: z.array(words).nullable().default(null),
  referral: z.boolean("must be true or false").default(false),
});

const offering = z.strictObject({
  id,
  name: words,
  alsoCalled: list(words),
  durationMinutes: minutes(5),
  paddingMinutes: minutes(0).default(0),
  complaints: list(words),
  newPeople: z.boolean("must be true or false").default(true),
  knownPeople: z.boolean("must be true or false").default(true),
  preparation: words.nullable().default(null),
  needs: list(id),
  services: list(id),
  price: price.nullable().default(null),
  rules: rules.prefault({}),
  waiting: z.boolean("must be true or false").default(false),
});

const staff = z.strictObject({
  id,
  name: words,
  alsoCalled: list(words),
  department: words.nullable().default(null),
});

const fact = z.strictObject({ id, topic: words, alsoAsked: list(words), answer: words });
const location = z.strictObject({
  id,
  name: words,
  address: words,
  directions: words.nullable().default(null),
});

const wording = z.strictObject({
  greeting: words,
  closedGreeting: words.nullable().default(null),
  holidayGreeting: words.nullable().default(null),
  goodbye: words,
  assistantDisclosure: words,
  recordingDisclosure: words.nullable().default(null),
  emergencyInstruction: words,
  crisisInstruction: words,
});

function knownZone(zone: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId.length > 0;
  } catch {
    return false;
  }
}

/** The form of a practice file; `checkReferences` then looks at what the parts say about each other. */
export const practiceSchema = z.strictObject({
  kind: z.enum(["clinic", "autoService", "other"], "must be clinic, autoService or other"),
  name: words,
  timeZone: z.string().refine(knownZone, "must be an IANA time zone such as America/Los_Angeles"),
  numbers: list(e164),
  texts: z.boolean("must be true or false").default(false),
  transferTo: e164.nullable().default(null),
  hours,
  holidays: z.strictObject({
    country: z.string().regex(/^[A-Z]{2}$/, "must be two capital letters such as US"),
    region: words.nullable().default(null),
  }),
  closures: list(day),
  noticeMinutes: minutes(0).default(60),
  horizonDays: z
    .number()
    .int()
    .min(1, "must be 1 day or more")
    .max(366, "must be 366 days or fewer")
    .default(60),
  gridMinutes: z
    .number()
    .int()
    .min(5, "must be 5 minutes or more")
    .max(240, "must be 240 minutes or fewer")
    .default(15),
  locations: z.array(location).min(1, "must name at least one location"),
  resources: z.array(resource).min(1, "must name at least one person or room"),
  offerings: z.array(offering).min(1, "must name at least one thing that can be booked"),
  people: list(staff),
  identity: z
    .enum(["nameAndBirth", "phoneAndOne"], "must be nameAndBirth or phoneAndOne")
    .default("nameAndBirth"),
  payers: list(words),
  area: z.strictObject({
    state: z.string().regex(/^[A-Z]{2}$/, "must be two capital letters such as OR"),
    cities: list(words),
    streets: list(words),
  }),
  facts: list(fact),
  wording,
  email: z.strictObject({ from: email, staff: list(email) }),
  askFor: z.array(words).min(1, "must name at least one field"),
});
