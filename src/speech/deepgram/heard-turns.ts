import type { Hypothesis } from "../../ports/recognizer.ts";
import type { Heard } from "./heard.ts";
import { type HeardPart, HeardWords } from "./heard-words.ts";
import type { ListenProtocol } from "./listen-protocol.ts";

/** The beginning of a word may be placed a little before the end of the turn before it. */
const SLACK_MS = 100;
/** A smaller change of the service's opinion is not worth telling. */
const OPINION_STEP = 0.1;

interface Turn {
  readonly number: number;
  readonly fromMs: number;
  /** Null until it is over. */
  toMs: number | null;
  /** By the clock; what the caller waits for begins here. */
  overAtMs: number;
  /** Voice activity was noticed in it. */
  spoken: boolean;
  /** Where its last sound ends. */
  soundUpToMs: number;
  /** The service has finished with it, as it was told to. */
  answered: boolean;
  /** The service has answered with less than the whole of it: a word more may come, and it is not stuck. */
  nearlyAnswered: boolean;
  told: { readonly text: string; readonly endOfTurn: number | null };
}

/** A turn that is passed on. */
export interface AnsweredTurn {
  readonly overAtMs: number;
  readonly hypothesis: Hypothesis;
}

/** The turns of a call, as turn-taking cuts them, and the words that belong to each. Places are milliseconds of the call's sound. */
export class HeardTurns {
  readonly #protocol: Pick<ListenProtocol, "quietMs" | "fadingMs">;
  readonly #words = new HeardWords();
  /** Over and not passed on yet. */
  readonly #over: Turn[] = [];
  #turn = turnAfter(0, 0);

  constructor(protocol: Pick<ListenProtocol, "quietMs" | "fadingMs">) {
    this.#protocol = protocol;
  }

  /** The place from which a new connection has to hear. */
  get finalUpToMs(): number {
    return this.#words.finalUpToMs;
  }

  get heardUpToMs(): number {
    return this.#words.heardUpToMs;
  }

  /** Some turn waits for its words. */
  get waiting(): boolean {
    return this.#over.length > 0;
  }

  /** The oldest waiting turn in which somebody was noticed to speak and which should have words, with those that are known. */
  get awaitedSpeech(): { readonly overAtMs: number; readonly text: string } | null {
    const turn = this.#over.find(({ spoken, nearlyAnswered }) => spoken && !nearlyAnswered);
    return turn === undefined ? null : { overAtMs: turn.overAtMs, text: this.#wordsOf(turn).text };
  }

  /** The service has gone past the end of the oldest waiting turn, and has it end later. */
  get overrun(): boolean {
    const [turn] = this.#over;
    return turn !== undefined && this.#words.heardUpToMs >= (turn.toMs ?? Infinity);
  }

  speechStarted(): void {
    this.#turn.spoken = true;
  }

  soundUpTo(placeMs: number): void {
    this.#turn.soundUpToMs = placeMs;
  }

  finish(placeMs: number, nowMs: number): void {
    const turn = this.#turn;
    turn.toMs = placeMs;
    turn.overAtMs = nowMs;
    this.#over.push(turn);
    this.#turn = turnAfter(turn.number, placeMs);
  }

  /** `baseMs` is the place where the connection's sound begins. Returns whether a turn is as good as answered by it. */
  take(heard: Heard, baseMs: number): boolean {
    this.#words.take(heard, baseMs);
    return heard.answersFinish && this.#answer((turn) => heard.toMs + baseMs >= turn.soundUpToMs);
  }

  /** The service has no turn to end, and all words that it knows are here. Returns as `take`. */
  idle(): boolean {
    return this.#answer((turn) => this.#wordsOf(turn).text !== "");
  }

  #answer(wholly: (turn: Turn) => boolean): boolean {
    const turn = this.#over.find(({ answered, nearlyAnswered }) => !answered && !nearlyAnswered);
    if (turn === undefined) return false;
    turn.answered = wholly(turn);
    turn.nearlyAnswered = !turn.answered;
    return turn.nearlyAnswered;
  }

  /** Turns whose words are known, oldest first; all that wait when `timeIsUp`. Each is given once. */
  *known(timeIsUp = false): Generator<AnsweredTurn> {
    for (let turn = this.#over[0]; turn !== undefined; turn = this.#over[0]) {
      if (!timeIsUp && !this.#isKnown(turn)) return;
      this.#over.shift();
      const { number: utterance, overAtMs } = turn;
      const part = this.#wordsOf(turn);
      this.#words.forget((turn.toMs ?? 0) - SLACK_MS);
      yield { overAtMs, hypothesis: { utterance, final: true, ...part, alternatives: alternativesOf(part) } };
    }
  }

  /** What is known of the turn that goes on; null when that was told already, or when turns before it wait. */
  hypothesis(opinion: number | null): Hypothesis | null {
    if (this.waiting) return null;
    const { number: utterance, told } = this.#turn;
    const part = this.#wordsOf(this.#turn);
    const same = part.text === told.text;
    // Without words of it the opinion is of another turn.
    const endOfTurn = part.text === "" ? null : (opinion ?? (same ? told.endOfTurn : null));
    if (same && Math.abs((endOfTurn ?? 0) - (told.endOfTurn ?? 0)) < OPINION_STEP) return null;
    this.#turn.told = { text: part.text, endOfTurn };
    const guess = { utterance, final: false, ...part, alternatives: alternativesOf(part) };
    return endOfTurn === null ? guess : { ...guess, endOfTurn };
  }

  #isKnown({ answered, fromMs, toMs, soundUpToMs }: Turn): boolean {
    const { quietMs, fadingMs } = this.#protocol;
    const upToMs = Math.min((toMs ?? Infinity) - quietMs, soundUpToMs + fadingMs);
    const soundless = soundUpToMs === fromMs;
    return answered || soundless || this.#words.settled(upToMs);
  }

  #wordsOf({ fromMs, toMs }: Turn): HeardPart {
    return this.#words.between(fromMs - SLACK_MS, (toMs ?? Infinity) - SLACK_MS);
  }
}

function alternativesOf({ text }: HeardPart): readonly string[] {
  return text === "" ? [] : [text];
}

function turnAfter(number: number, fromMs: number): Turn {
  return {
    number: number + 1,
    fromMs,
    toMs: null,
    overAtMs: 0,
    spoken: false,
    soundUpToMs: fromMs,
    answered: false,
    nearlyAnswered: false,
    told: { text: "", endOfTurn: null },
  };
}
