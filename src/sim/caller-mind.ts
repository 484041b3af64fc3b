import type { FieldId } from "../core/dialogue/field-ids.ts";
import { isAstray } from "./astray.ts";
import type { Caller, CallerAction, HeardPrompt, Outcome } from "./caller.ts";
import { keysFor } from "./keypad-answer.ts";
import { wronglyAcknowledged } from "./objection.ts";
import { offeredDays, suits } from "./offers.ts";
import type { Random } from "./random.ts";
import { isTrueIfSaid, offersTrueNumber, readBackIsRight } from "./read-back.ts";
import { fieldValue, sayField } from "./say-field.ts";
import * as ways from "./sentences.data.ts";
import { SlipOfTheTongue } from "./slip-of-the-tongue.ts";
import { squash } from "./squash.ts";
import { tellings } from "./tellings.ts";
import { type Topic, topicOf } from "./topic.ts";

/** What a caller thinks during one call: the same prompts and the same chance give the same words. */
export interface CallerMind {
  /** What the caller does when the agent has fallen silent after `prompts`, everything since the caller's last words. */
  react(prompts: readonly HeardPrompt[]): CallerAction;
  /** The caller's last words were not said to the end: whatever they were to put right is still wrong. */
  cutOff(): void;
  /** Takes in what was said before the line was closed, when there is no answering any more. */
  overhear(prompts: readonly HeardPrompt[]): void;
  /** What has become clear to the caller so far. */
  readonly knows: {
    readonly heardEmergency: boolean;
    readonly heardBooked: string | null;
    /** Outcomes that the caller was told of. */
    readonly told: ReadonlySet<string>;
    readonly misread: number;
  };
}

/** Opens the mind of a caller who knows the truth about themselves and varies their words by chance. */
export function openMind(caller: Caller, random: Random, today: Temporal.PlainDate): CallerMind {
  return new Mind(caller, random, today);
}

const readBackFields: readonly FieldId[] = ["name", "dateOfBirth", "phone"];

class Mind implements CallerMind {
  readonly #caller: Caller;
  readonly #random: Random;
  readonly #today: Temporal.PlainDate;
  readonly #asked = new Map<string, number>();
  #answers = 0;
  #refused = 0;
  readonly #slip: SlipOfTheTongue;
  /** What was wrong in the last read-back of everything. */
  #wrong: FieldId | null = null;
  #topic: Topic = { kind: "welcome" };
  /** What the caller is after just now. */
  #goal: { readonly opening: string | null; readonly outcome: Outcome };
  #heardEmergency = false;
  #heardBooked: string | null = null;
  readonly #told = new Set<string>();
  #misread = 0;

  constructor(caller: Caller, random: Random, today: Temporal.PlainDate) {
    this.#caller = caller;
    this.#goal = caller;
    this.#random = random;
    this.#today = today;
    this.#slip = new SlipOfTheTongue(caller);
  }

  get knows() {
    return {
      heardEmergency: this.#heardEmergency,
      heardBooked: this.#heardBooked,
      told: this.#told,
      misread: this.#misread,
    };
  }

  react(prompts: readonly HeardPrompt[]): CallerAction {
    this.#slip.begin();
    const heard = prompts.map((prompt) => ({ prompt, topic: topicOf(prompt) }));
    for (const { prompt, topic } of heard) this.#note(prompt, topic);
    const wanting = heard.findLast(({ topic }) => !["statement", "booked", "told"].includes(topic.kind));
    if (wanting === undefined) return { kind: "listen" };
    const { silentFrom } = this.#caller.habits;
    if (silentFrom !== null && this.#answers + 1 >= silentFrom) return { kind: "listen" };
    this.#topic = this.#meant(wanting.topic);
    const action = this.#insist(this.#topic) ?? this.#answer(this.#topic, wanting.prompt);
    if (action.kind === "say" || action.kind === "press") this.#answers++;
    return action;
  }

  /** Says once more what it is about when something else is being done; whoever has had it goes. */
  #insist(topic: Topic): CallerAction | null {
    if (!isAstray(this.#goal.outcome, topic)) return null;
    if (this.#isServed) return say(this.#random.pick(ways.nothingElse));
    if (this.#count("astray") > this.#caller.habits.patience) return { kind: "hangUp", why: "gaveUp" };
    this.#misread++;
    return say(`No. ${this.#goal.opening ?? this.#random.pick(ways.wantAppointment)}`);
  }

  /** The caller has been told what they wanted to hear. */
  get #isServed(): boolean {
    const due = tellings[this.#goal.outcome];
    return due === undefined ? this.#told.size > 0 : due.some((outcome) => this.#told.has(outcome));
  }

  /** A question that is put again is still the same question. A field may have been asked for, or read back. */
  #meant(topic: Topic): Topic {
    if (topic.kind !== "again") return topic;
    const { about } = topic;
    const last = this.#topic;
    if (about === null) return last;
    const readBack = about.kind === "field" && last.kind === "confirmField" && last.field === about.field;
    return readBack ? last : about;
  }

  cutOff(): void {
    this.#slip.cutOff();
  }

  overhear(prompts: readonly HeardPrompt[]): void {
    for (const prompt of prompts) this.#note(prompt, topicOf(prompt));
  }

  #note(prompt: HeardPrompt, topic: Topic): void {
    if (topic.kind === "emergency") this.#heardEmergency = true;
    if (topic.kind === "booked") this.#heardBooked = prompt.text;
    if (topic.kind === "booked") this.#told.add("booked");
    if (topic.kind === "farewell") this.#told.add("goodbye");
    if (topic.kind === "told") this.#told.add(topic.outcome);
    const answer = this.#caller.errand?.answer ?? null;
    if (answer !== null && squash(prompt.text).includes(squash(answer))) this.#told.add("answer");
  }

  #answer(topic: Topic, prompt: HeardPrompt): CallerAction {
    switch (topic.kind) {
      case "welcome":
        return this.#open();
      case "field":
        return this.#answerField(topic.field, prompt.text);
      case "confirmField":
        return this.#confirmField(topic.field, prompt.text);
      case "choose":
        return this.#choose(prompt.text);
      case "confirmAll":
        return this.#confirmAll(prompt.text);
      case "anythingElse":
        return this.#anythingElse();
      case "emergency":
        return this.#emergency(prompt);
      case "farewell":
        return { kind: "hangUp", why: "done" };
      case "agree":
        return this.#agree();
      case "instead":
        return say(this.#random.pick(this.#goal.outcome === "moved" ? ways.anotherTime : ways.cancelIt));
      case "waitlist":
        return say(this.#random.pick(this.#goal.outcome === "waiting" ? ways.yes : ways.no));
      case "texts":
        return say(this.#random.pick(this.#caller.habits.wantsTexts ? ways.yes : ways.no));
      case "reallyStop":
        return say(this.#random.pick(this.#isServed ? ways.yes : ways.no));
      case "resume":
        return say(this.#random.pick(ways.yes));
      case "correctWhat":
        return this.#correctWhat();
      case "otherQuestion":
        return say(this.#random.pick(ways.no));
      case "again":
      case "booked":
      case "told":
      case "statement":
        return { kind: "listen" };
    }
  }

  #open(): CallerAction {
    const { habits } = this.#caller;
    const { opening, outcome } = this.#goal;
    if (this.#isServed) return this.#anythingElse();
    if (outcome === "wrongNumber" && this.#timesAsked("welcome") > 0)
      return say(this.#random.pick(ways.wrongNumber));
    if (this.#count("welcome") > habits.patience + habits.asksFirst.length)
      return { kind: "hangUp", why: "gaveUp" };
    const question = habits.asksFirst[this.#count("question") - 1];
    if (question !== undefined) return say(question);
    const parts = habits.volunteers.map((field) => this.#sentence(field, ""));
    const wish = opening ?? this.#random.pick(ways.wantAppointment);
    return say([this.#random.pick(["Hi.", "Hello.", ""]), wish, ...parts].join(" ").trim());
  }

  /** The next thing that is wanted, once; then nothing more. */
  #anythingElse(): CallerAction {
    const { next } = this.#caller;
    if (next === undefined || this.#goal === next) return say(this.#random.pick(ways.nothingElse));
    this.#goal = next;
    return say(next.opening);
  }

  #answerField(field: FieldId, text: string): CallerAction {
    if (this.#count(field) > this.#caller.habits.patience) return { kind: "hangUp", why: "gaveUp" };
    const mending = this.#mend(field) ?? this.#object(field, text);
    if (mending !== null) return mending;
    const { asksMeanwhile } = this.#caller.habits;
    if (asksMeanwhile?.field === field && this.#timesAsked("meanwhile") === 0) {
      this.#count("meanwhile");
      return say(asksMeanwhile.question);
    }
    const offered =
      /\bstill\b|beginning with/.test(text) ||
      (field === "phone" && offersTrueNumber(text, this.#caller.truth));
    if (offered) return say(this.#random.pick(ways.yes));
    const keys = this.#caller.habits.usesKeypad ? keysFor(field, text, this.#slip.truthFor(field)) : null;
    if (keys !== null) return { kind: "press", keys };
    const companions = this.#caller.habits.together.find(([first]) => first === field)?.slice(1) ?? [];
    const fields = this.#timesAsked(field) === 1 ? [field, ...companions] : [field];
    return say(fields.map((one) => this.#sentence(one, text)).join(" "));
  }

  /** Puts the slip right as soon as something else is asked. */
  #mend(field: FieldId): CallerAction | null {
    const { standing } = this.#slip;
    if (standing === null || field === standing) return null;
    this.#slip.mend();
    const start = this.#random.pick(["Sorry, that was wrong.", "Wait, I made a mistake.", "Sorry."]);
    return say(`${start} My ${this.#rightly(standing)}.`);
  }

  /** Objects to what was acknowledged wrongly on the way to the next question. */
  #object(field: FieldId, text: string): CallerAction | null {
    const wrong = wronglyAcknowledged(text, this.#caller.truth);
    if (wrong === null || wrong === field || this.#slip.standing !== null) return null;
    if (this.#count(`object:${wrong}`) > this.#caller.habits.patience)
      return { kind: "hangUp", why: "gaveUp" };
    this.#misread++;
    return say(`No, my ${this.#rightly(wrong)}.`);
  }

  #confirmField(field: FieldId, text: string): CallerAction {
    if (field === "phone" && offersTrueNumber(text, this.#caller.truth))
      return say(this.#random.pick(ways.yes));
    if (readBackIsRight(field, text, this.#slip.truthFor(field))) {
      if (this.#slip.standing === field) return this.#correct(field);
      return say(this.#random.pick(ways.yes));
    }
    this.#misread++;
    return this.#count(`no:${field}`) > this.#caller.habits.patience
      ? { kind: "hangUp", why: "gaveUp" }
      : say(this.#random.pick(ways.no));
  }

  #correct(field: FieldId): CallerAction {
    this.#slip.mend();
    return say(`No, sorry. ${this.#sentence(field, "")}`);
  }

  /** Refuses as often as is this caller's habit, then takes the first that suits. */
  #choose(text: string): CallerAction {
    const { wish, habits } = this.#caller;
    const days = offeredDays(text, this.#today);
    const first = days.findIndex((day) => suits(wish, day, this.#today));
    if (this.#refused < habits.refusals || (first < 0 && days.length > 0)) {
      this.#refused++;
      if (this.#refused > habits.patience) return { kind: "hangUp", why: "gaveUp" };
      return say(this.#random.pick(wish.days === "nextWeek" ? ways.refuseForNextWeek : ways.refuse));
    }
    return say(this.#random.pick(ways.takeOne).replace("*", ways.places[Math.max(0, first)] ?? "first"));
  }

  #confirmAll(text: string): CallerAction {
    if (this.#count("confirmAll") > this.#caller.habits.patience) return { kind: "hangUp", why: "gaveUp" };
    const mending = this.#mend("time");
    if (mending !== null) return mending;
    const wrong = readBackFields.find((field) => !isTrueIfSaid(field, text, this.#caller.truth));
    this.#wrong = wrong ?? null;
    if (wrong === undefined) return say(this.#random.pick(ways.yes));
    this.#misread++;
    return say(`No, my ${this.#rightly(wrong)}.`);
  }

  /** Yes to what the caller has come for, no to anything else. */
  #agree(): CallerAction {
    if (this.#count("agree") > this.#caller.habits.patience) return { kind: "hangUp", why: "gaveUp" };
    const wanted = this.#goal.outcome === "cancelled" || this.#goal.outcome === "confirmed";
    return say(this.#random.pick(wanted ? ways.agree : ways.no));
  }

  /** "Is this an emergency right now?" Whoever was misheard says so and goes on. */
  #emergency({ purpose }: HeardPrompt): CallerAction {
    if (this.#goal.outcome === "emergency") return { kind: "hangUp", why: "done" };
    if (purpose === "emergency") return { kind: "listen" };
    this.#misread++;
    return this.#count("emergency") > this.#caller.habits.patience
      ? { kind: "hangUp", why: "gaveUp" }
      : say(this.#random.pick(ways.no));
  }

  /** "What should I change?" */
  #correctWhat(): CallerAction {
    if (this.#count("correctWhat") > this.#caller.habits.patience) return { kind: "hangUp", why: "gaveUp" };
    return say(this.#wrong === null ? this.#random.pick(ways.allRight) : `My ${this.#rightly(this.#wrong)}.`);
  }

  #rightly(field: FieldId): string {
    const right = fieldValue(field, this.#caller, this.#caller.truth, { attempt: 2, text: "" }, this.#random);
    return `${ways.fieldNames[field]} is ${right}`;
  }

  #sentence(field: FieldId, text: string): string {
    const truth = this.#slip.truthFor(field);
    this.#slip.says(field);
    const attempt = Math.max(1, this.#timesAsked(field));
    return sayField(field, this.#caller, truth, { attempt, text }, this.#random);
  }

  #count(what: string): number {
    const times = this.#timesAsked(what) + 1;
    this.#asked.set(what, times);
    return times;
  }

  #timesAsked(what: string): number {
    return this.#asked.get(what) ?? 0;
  }
}

function say(text: string): CallerAction {
  return { kind: "say", text };
}
