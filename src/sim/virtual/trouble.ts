import type { Ms } from "../../core/values/ids.ts";
import type { Random } from "../random.ts";

/** Everything that can go wrong in a virtual call, beside what the caller does. Rates are 0-1. */
export interface Trouble {
  /** Prompts of which nobody says that they were heard to the end. */
  readonly marksMissing: number;
  /** Prompts whose synthesis fails, so that nothing of them sounds. */
  readonly mute: number;
  /** Reports of heard positions that come twice. */
  readonly doubledReports: number;
  /** How late deadlines are served, at most. */
  readonly deadlineLateMs: Ms;
  /** A break of the line, after which the call is picked up again; null = none. */
  readonly lineBreaksAt: Ms | null;
  readonly recognizer: RecognizerTrouble;
  readonly office: OfficeTrouble;
}

export interface RecognizerTrouble {
  /** Words are shown while they are spoken; else only final words come. */
  readonly hypotheses: boolean;
  /** From the asking to the final words. */
  readonly finalMs: readonly [least: Ms, most: Ms];
  /** Share of finals that take seconds longer. */
  readonly late: number;
  /** Share of finals that never come, and of those that come twice. */
  readonly missing: number;
  readonly doubled: number;
  /** Share of utterances that are understood wrong. */
  readonly misheard: number;
  /** When recognition fails for good; null = never. */
  readonly lostAt: Ms | null;
}

export interface OfficeTrouble {
  readonly replyMs: readonly [least: Ms, most: Ms];
  /** Share of replies that take five to thirty seconds. */
  readonly slow: number;
  /** Share of requests that fail before they are carried out, and of those that are carried out and reported failed. */
  readonly failed: number;
  readonly failedAfterwards: number;
  /** Share of replies that come twice. */
  readonly doubled: number;
  /** Share of wanted times that somebody else takes at that moment. */
  readonly snatched: number;
}

export const noTrouble: Trouble = {
  marksMissing: 0,
  mute: 0,
  doubledReports: 0,
  deadlineLateMs: 0,
  lineBreaksAt: null,
  recognizer: {
    hypotheses: false,
    finalMs: [40, 40],
    late: 0,
    missing: 0,
    doubled: 0,
    misheard: 0,
    lostAt: null,
  },
  office: { replyMs: [20, 20], slow: 0, failed: 0, failedAfterwards: 0, doubled: 0, snatched: 0 },
};

/** A day on which something may be wrong: each kind of trouble comes to some calls and spares most. */
export function randomTrouble(random: Random): Trouble {
  const sometimes = (probability: number, most: number) =>
    random.chance(probability) ? random.between(0, most) : 0;
  const at = (probability: number) =>
    random.chance(probability) ? Math.round(random.between(2_000, 180_000)) : null;
  return {
    marksMissing: sometimes(0.15, 0.5),
    mute: sometimes(0.1, 0.2),
    doubledReports: sometimes(0.3, 0.5),
    deadlineLateMs: random.pick([0, 0, 20, 200]),
    lineBreaksAt: at(0.06),
    recognizer: {
      hypotheses: random.chance(0.7),
      finalMs: random.pick([
        [40, 150],
        [40, 150],
        [200, 700],
        [500, 1_800],
      ]),
      late: sometimes(0.15, 0.3),
      missing: sometimes(0.15, 0.2),
      doubled: sometimes(0.2, 0.3),
      misheard: sometimes(0.3, 0.2),
      lostAt: at(0.05),
    },
    office: {
      replyMs: random.pick([
        [5, 60],
        [5, 60],
        [300, 3_000],
      ]),
      slow: sometimes(0.15, 0.4),
      failed: sometimes(0.2, 0.5),
      failedAfterwards: sometimes(0.15, 0.3),
      doubled: sometimes(0.2, 0.3),
      snatched: sometimes(0.15, 0.5),
    },
  };
}
