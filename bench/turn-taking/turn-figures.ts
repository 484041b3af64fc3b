import type { TurnReport } from "../../src/sim/call-report.ts";
import { isReadOut } from "../../src/sim/hesitation.ts";
import { percentile } from "../load/figures.ts";
import type { MeasuredCall } from "./measured-call.ts";
import { sameWords } from "./same-words.ts";

export interface Figure {
  readonly name: string;
  /** For tables; the numbers beside it are for programs. */
  readonly shown: string;
  readonly value: readonly number[] | number | null;
  /** How many the figure is made from. */
  readonly of: number;
}

/** What the figures should reach, by name. */
export const reach: Readonly<Record<string, string>> = {
  "gap, median / p95": "350 / 800 ms",
  "turns cut off": "1.5 % clean, 3 % poor",
  "  in numbers and e-mail": "0 %",
  "stop after barge-in, median / p95": "p95 200 ms",
  "interruptions ignored": "2 %",
  "back-channels that stopped us for good": "3 %",
  "coughs that stopped us for good": "0 %",
};

export function figuresOf(calls: readonly MeasuredCall[]): readonly Figure[] {
  const turns = calls.flatMap((call) => call.turns).filter(({ said }) => !said.startsWith("["));
  const asides = calls.flatMap((call) => call.asides).filter(({ outcome }) => outcome !== "overtaken");
  const readOut = turns.filter(({ said }) => isReadOut(said));
  const cutOff = turns.filter((turn) => turn.cutOff);
  const rightly = turns.filter(isHeardAsSaid);
  const overAgent = turns.filter((turn) => turn.overAgent);
  const stopped = (kind: string) => {
    const those = asides.filter((aside) => aside.kind === kind);
    return { those, stopped: those.filter(({ outcome }) => outcome === "stopped") };
  };
  const [backChannels, coughs] = [stopped("backChannel"), stopped("cough")];
  return [
    spread(
      "gap, median / p95",
      numbers(turns, ({ gapMs }) => gapMs),
    ),
    spread(
      "  of turns whose words were right",
      numbers(rightly, ({ gapMs }) => gapMs),
    ),
    share("turns cut off", cutOff.length, turns.length),
    share("  in numbers and e-mail", readOut.filter((turn) => turn.cutOff).length, readOut.length),
    share("  though the words were right", cutOff.filter(isHeardAsSaid).length, cutOff.length),
    share("turns whose words were wrong", turns.length - rightly.length, turns.length),
    spread(
      "stop after barge-in, median / p95",
      numbers(overAgent, ({ stoppedAfterMs }) => stoppedAfterMs),
    ),
    share(
      "interruptions ignored",
      overAgent.filter((turn) => turn.stoppedAfterMs === null).length,
      overAgent.length,
    ),
    share("back-channels that stopped us for good", backChannels.stopped.length, backChannels.those.length),
    share("coughs that stopped us for good", coughs.stopped.length, coughs.those.length),
  ];
}

/** What then goes wrong is not the recognizer's doing. */
function isHeardAsSaid({ said, heard }: TurnReport): boolean {
  return heard !== null && sameWords(said, heard);
}

function numbers(turns: readonly TurnReport[], of: (turn: TurnReport) => number | null): number[] {
  return turns.flatMap((turn) => of(turn) ?? []);
}

function spread(name: string, values: readonly number[]): Figure {
  if (values.length === 0) return { name, shown: "-", value: null, of: 0 };
  const [median, p95] = [percentile(values, 0.5), percentile(values, 0.95)];
  return { name, shown: `${median} / ${p95} ms`, value: [median, p95], of: values.length };
}

function share(name: string, some: number, all: number): Figure {
  const percent = all === 0 ? null : Math.round((1000 * some) / all) / 10;
  return {
    name,
    shown: percent === null ? "-" : `${percent} % (${some} of ${all})`,
    value: percent,
    of: all,
  };
}
