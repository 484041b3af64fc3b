import type { Ask, FieldWithValue, ReadBack } from "../dialogue/saying.ts";
import type { TaskId } from "../dialogue/tasks/task.ts";
import { complaints } from "../language/en/complaint-table.ts";
import { capital, offeringName } from "./booking-words.ts";
import { acknowledgeTable, confirmTable } from "./en/confirm-table.ts";
import { phrases } from "./en/phrases-table.ts";
import { wordingOf } from "./field-wording.ts";
import { spelled, spokenPhoneEnd } from "./spoken/characters.ts";
import { spokenOpening } from "./spoken-opening.ts";
import { payerName, resourceName, spokenValue, withWhom } from "./spoken-value.ts";
import { fill, type Piece, varied } from "./template.ts";
import type { WordingContext } from "./wording-context.ts";

/** The question for a field, in the way that the dialogue wants it put. */
export function renderAsk(ask: Ask, { practice, turn }: WordingContext): readonly Piece[] {
  const wording = wordingOf(ask.field, practice);
  const part = ask.part === null ? undefined : wording.parts[ask.part];
  const value = ask.field === "doctor" ? nameList(ask.resources.map((id) => resourceName(practice, id))) : "";
  const plain = varied(wording.plain, turn);
  switch (ask.way) {
    case "onFile":
      if (ask.field === "payer" && ask.known === "self") return fill(phrases.stillSelfPay);
      return fill(wording.onFile ?? plain, { value: hintOf(ask) });
    case "callingNumber":
      return fill(phrases[callsBack.has(ask.task) ? "phoneCallingNumber" : "isCallingNumber"], {
        value: spokenPhoneEnd(String(ask.known)),
      });
    case "plain":
      return fill(part ?? plain, { value });
    case "short":
      return fill(part ?? wording.short, { value });
    case "example":
      return fill(wording.example, { value });
    case "spelling":
      return fill(wording.spelling ?? wording.example, { value });
    case "parts":
      return fill(part ?? wording.inParts ?? wording.example, { value });
    case "keypad":
      return fill(wording.keypad ?? wording.example, { value });
  }
}

/** Tasks after which somebody may call; to the others the number only tells who or what it is about. */
const callsBack: ReadonlySet<TaskId> = new Set(["book", "nextAvailable", "waitlist", "message", "callBack"]);

/** So much of what is on file that its owner recognises it, and nobody learns it. */
function hintOf({ field, known }: Ask): string {
  if (field === "payer") return payerName(String(known));
  if (field === "phone") return `ending in ${spokenPhoneEnd(String(known))}`;
  if (field === "email") return `beginning with ${spelled(String(known).slice(0, 2))}`;
  const street = (known as { street?: string | null } | null)?.street;
  return street ?? "file";
}

function nameList(names: readonly string[]): string {
  const shown = names.slice(0, 4);
  const last = shown.at(-1) ?? "";
  return shown.length <= 1 ? last : `${shown.slice(0, -1).join(", ")}, ${phrases.or} ${last}`;
}

/** A value said back in passing. */
export function renderAcknowledge(
  given: FieldWithValue,
  { practice, turn }: WordingContext,
): readonly Piece[] {
  if (given.field === "doctor" && given.value === "any") return fill(phrases.anyDoctorAcknowledged);
  if (given.field === "complaint") return acknowledgeComplaint(given.value.category, turn);
  if (given.field === "payer") return acknowledgePayer(given.value, practice.payers, turn);
  const ways = acknowledgeTable[given.field];
  if (ways === null) return [];
  const value =
    given.field === "name"
      ? (given.value.given ?? given.value.family ?? "")
      : given.field === "services"
        ? capital(spokenValue(given, practice))
        : spokenValue(given, practice);
  return fill(varied(ways, turn), { value });
}

/** The kind of complaint is named, so that one misheard is noticed at once; what has no name is only acknowledged. */
function acknowledgeComplaint(category: string, turn: number): readonly Piece[] {
  const name = complaints.find((complaint) => complaint.id === category)?.name;
  if (name === undefined) return fill(phrases.complaintAcknowledged);
  return fill(varied(acknowledgeTable.complaint ?? [], turn), { value: name });
}

/** Payers that the practice does not name are said back honestly: the visit may cost more. */
function acknowledgePayer(payer: string, accepted: readonly string[], turn: number): readonly Piece[] {
  if (payer === "self") return fill(phrases.selfPayAcknowledged);
  if (!accepted.includes(payer)) return fill(phrases.payerNotAccepted, { payer: payerName(payer) });
  return fill(varied(acknowledgeTable.payer ?? [], turn), { value: payerName(payer) });
}

/** A value read back for a yes or no. Names are spelled too, because what sounds alike is written differently. */
export function renderConfirm(
  given: FieldWithValue & { way: "plain" | "keypad" },
  { practice }: WordingContext,
): readonly Piece[] {
  const said = spokenValue(given, practice);
  const value = given.field === "name" ? `${said}, spelled ${spelledName(given.value)}` : said;
  return [
    ...(given.field === "payer" && given.value === "self"
      ? fill(phrases.confirmSelfPay)
      : fill(confirmTable[given.field], { value })),
    ...(given.way === "keypad" ? fill(phrases.confirmKeypad) : []),
  ];
}

function spelledName({
  given,
  family,
}: {
  readonly given: string | null;
  readonly family: string | null;
}): string {
  return [given, family]
    .filter((part) => part !== null)
    .map((part) => spelled(part))
    .join("; ");
}

/** Everything that matters, once, before it is booked. */
export function renderReadBack(readBack: ReadBack, context: WordingContext): readonly Piece[] {
  const { practice, turn } = context;
  const { start, again, visit, end, endAsk } = phrases.readBack;
  const parts = readBack.fields.map((given) => {
    const template =
      given.field === "vehicle" ||
      given.field === "name" ||
      given.field === "dateOfBirth" ||
      given.field === "phone"
        ? phrases.readBack[given.field]
        : "{value}";
    return fill(template, { value: `${spokenValue(given, practice)},` });
  });
  return [
    ...fill(readBack.again ? again : varied(start, turn)),
    ...fill(visit, {
      visit: `${capital(offeringName(readBack.opening, practice))}${withWhom(readBack.opening, practice)}`,
      when: `${spokenOpening(readBack.opening, context)},`,
    }),
    ...closed(parts.flat()),
    ...fill(readBack.again ? endAsk : end),
  ];
}

/** The last comma becomes a full stop. */
function closed(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) =>
    index === pieces.length - 1 ? { ...piece, text: piece.text.replace(/,$/, ".") } : piece,
  );
}
