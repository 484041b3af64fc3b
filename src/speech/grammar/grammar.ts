import type { FieldKind } from "../../core/language/expectation.ts";
import { addressRules, localStreetRule, stateRule, townRule } from "./address.ts";
import { amountRules } from "./amounts.ts";
import { type Automaton, expand } from "./automaton.ts";
import { choiceRule, choiceRules } from "./choices.ts";
import { commandMix, commandMixAfter, commandRules } from "./commands.ts";
import { dateRules } from "./dates.ts";
import { determinise } from "./determinise.ts";
import { emailRules } from "./email.ts";
import { garbageRule, garbageTail } from "./garbage.ts";
import type { GrammarRequest } from "./grammar-request.ts";
import { identifierOf, identifierRules } from "./identifier.ts";
import { medicalRules } from "./medical.ts";
import { minimise } from "./minimise.ts";
import { nameRules } from "./names.ts";
import { numberRules } from "./numbers.ts";
import { phoneRules } from "./phone.ts";
import { questionRules } from "./questions.ts";
import { replyRules } from "./replies.ts";
import { oneOf, phrases, type Rules, type Weighted, weighted } from "./rules.ts";
import { serviceRules } from "./services.ts";
import { spellingRules } from "./spelling.ts";
import { vehicleRules } from "./vehicles.ts";
import { wishMix, wishRules } from "./wishes.ts";

const fixedRules: Rules = {
  ...numberRules,
  ...dateRules,
  ...spellingRules,
  ...nameRules,
  ...phoneRules,
  ...emailRules,
  ...identifierRules,
  ...addressRules,
  ...medicalRules,
  ...serviceRules,
  ...vehicleRules,
  ...amountRules,
  ...replyRules,
  ...commandRules,
  ...choiceRules,
  ...questionRules,
  ...wishRules,
  garbage: garbageRule,
  garbageTail,
};

/** Shares of what a caller may say: the answer, something that fits as well, or something else altogether. */
const shares = {
  asked: 0.62,
  also: 0.16,
  reply: 0.08,
  command: 0.1,
  wish: 0.04,
  /** Where anything may be wished for. */
  openWish: 0.5,
  openQuestion: 0.15,
  again: 0.1,
  courtesy: 0.04,
  workshop: 0.06,
  alarm: 0.0003,
};
/**
 * Leads from the start to what may follow a first answer. No sound belongs to it: whoever loads the grammar lets sentences
 * that have ended go on there.
 */
export const moreMark = "#more";

/** Weight of sounds that are no known words; measured in docs/speech.md. */
const GARBAGE_WEIGHT = 1e-6;

/** What follows a question of this kind, as the name of a rule or an expansion. */
const expansions: Readonly<Record<FieldKind, string>> = {
  date: "<appointment>",
  time: "<time>",
  yesNo: "/0.7/ <yesNo> | /0.3/ <seenBefore>",
  choice: "<choice>",
  number: "<number>",
  duration: "<duration>",
  phone: "<phone>",
  email: "<email>",
  name: "<nameTurn>",
  dateOfBirth: "<dateOfBirthTurn>",
  identifier: "<identifier>",
  address: "<address>",
  payer: "<payer>",
  complaint: "<complaint>",
  service: "<service>",
  vehicle: "<vehicle>",
  vin: "/0.8/ <vin> | /0.2/ <vinEnd>",
  pain: "<pain>",
};

/** States and words of everything that makes sense as an answer to the question. Takes 20–300 ms. */
export function compileGrammar(request: GrammarRequest): Automaton {
  return minimise(determinise(expand("itemHub", rulesFor(request))));
}

function rulesFor(request: GrammarRequest): Rules {
  const asked = request.asked.length > 0 ? withoutDoubles(request.asked) : openAnswers(request);
  // Without an area, what the dialogue hints at has to do for both.
  const places = request.area.length > 0 ? request.area : request.hints;
  const dynamic: Rules = {
    choice: choiceRule(request.spoken),
    identifier: identifierOf(request.shape),
    town: townRule(places),
    state: stateRule(places),
    localStreet: localStreetRule(places),
    hintedName: oneOf(hintedNames(request)),
    moreHub: weighted([
      ...spread(furtherKinds(request, asked), shares.asked, request),
      ...spread(asked.slice(0, 1), shares.again, request, onlyAsCorrection),
      [shares.reply, "<yesNo>"],
      [shares.command, commandMixAfter],
      [shares.courtesy, "<courtesy>"],
      [isWorkshop(request) ? shares.workshop : 0, "<workshopQuestion>"],
      [0.16, "<filler> <moreHub>"],
      [GARBAGE_WEIGHT, "<garbage>"],
    ]),
    itemHub: weighted([
      [1e-9, `${moreMark} <moreHub>`],
      ...spread(asked, shares.asked, request),
      ...spread(companions(request, asked), shares.also, request),
      [shares.courtesy, "<courtesy>"],
      [isWorkshop(request) ? shares.workshop : 0, "<workshopQuestion>"],
      [shares.alarm, "<alarm>"],
      [asked.includes("yesNo") ? 0 : shares.reply, "<yesNo>"],
      [shares.command, commandMix],
      isOpen(request) ? [shares.openWish, wishMix(isWorkshop(request))] : [shares.wish, "<plainWish>"],
      [isOpen(request) ? shares.openQuestion : 0, "<question>"],
      [0.16, "/0.72/ <filler> <itemHub> | /0.24/ <correction> <itemHub> | /0.04/ <filler>"],
      [GARBAGE_WEIGHT, "<garbage>"],
    ]),
  };
  return {
    ...fixedRules,
    ...dynamic,
  };
}

/** What "How can I help you?" and "anything else?" are answered with, the one like the other but for what comes first. */
function openAnswers(request: GrammarRequest): readonly FieldKind[] {
  const about = isWorkshop(request) ? "service" : "complaint";
  return request.also[0] === "yesNo" ? ["yesNo", about] : [about, "yesNo"];
}

/** "How can I help you?", "anything else?": whatever the caller wants may come. */
function isOpen({ asked }: GrammarRequest): boolean {
  return asked.length === 0;
}

/** Only where vehicles are spoken of: elsewhere its words would be mistaken for others. */
function isWorkshop({ asked, also }: GrammarRequest): boolean {
  return [...asked, ...also].some((kind) => kind === "service" || kind === "vehicle");
}

/** What people add of their own accord, whatever was asked. */
const saidTogether: Partial<Readonly<Record<FieldKind, readonly FieldKind[]>>> = {
  name: ["dateOfBirth"],
  complaint: ["duration"],
};

/** Kinds that may come in the same breath, without those that are asked anyway. */
function companions(request: GrammarRequest, asked: readonly FieldKind[]): readonly FieldKind[] {
  const usual = request.spelling ? [] : asked.flatMap((kind) => saidTogether[kind] ?? []);
  return [...new Set([...request.also, ...usual])].filter((kind) => !asked.includes(kind));
}

/** A scale is answered within the scale, whose numbers are numbers too. */
function withoutDoubles(asked: readonly FieldKind[]): readonly FieldKind[] {
  return asked.includes("pain") ? asked.filter((kind) => kind !== "number") : asked;
}

/** Of these a caller has one only: whoever goes on goes on with something else, or corrects it. */
const onlyOnce = new Set<FieldKind>([
  "name",
  "dateOfBirth",
  "phone",
  "email",
  "address",
  "payer",
  "identifier",
  "vin",
  "pain",
  "duration",
  "number",
]);

/** What may follow in the same breath once something was answered. */
function furtherKinds(request: GrammarRequest, asked: readonly FieldKind[]): readonly FieldKind[] {
  return [...asked, ...companions(request, asked)].filter((kind, index) => index > 0 || !onlyOnce.has(kind));
}

/** A second value of the kind that was asked is said as a correction of the first. */
function onlyAsCorrection(kind: FieldKind, expansion: string): string {
  return onlyOnce.has(kind) ? `<correction> ( ${expansion} )` : expansion;
}

/** Divides a share among kinds, the first ones getting more. */
function spread(
  kinds: readonly FieldKind[],
  share: number,
  request: GrammarRequest,
  form = (_kind: FieldKind, expansion: string) => expansion,
): Weighted[] {
  const parts = kinds.map((_, index) => 1 / (index + 1));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return kinds.map((kind, index) => [
    (share * (parts[index] as number)) / whole,
    form(kind, expansionOf(kind, request)),
  ]);
}

function expansionOf(kind: FieldKind, request: GrammarRequest): string {
  // Names are many and short enough to fit any sound, so unasked ones are led by words that announce a name.
  if (kind === "name" && !request.asked.includes("name")) return "<nameLed>";
  if (!request.spelling) return expansions[kind];
  if (kind === "name") return "/0.96/ <nameSpelledTurn> | /0.04/ <nameTurn>";
  if (kind === "email") return "/0.7/ <emailSpelledTurn> | /0.3/ <email>";
  return expansions[kind];
}

/** Doctors' names are likely also when no choice is offered. */
function hintedNames(request: GrammarRequest): readonly string[] {
  const area = new Set(request.area);
  const people = request.hints.filter((hint) => !area.has(hint));
  const hinted = phrases(people.map((hint) => hint.replace(/^dr\.? /i, "doctor ")));
  return hinted.length > 0 ? hinted : ["the doctor"];
}
