import type { Effect } from "../core/call/effects.ts";
import type { CallClosing } from "./call-closing.ts";
import type { CallEars } from "./call-ears.ts";
import type { CallObserver } from "./call-observer.ts";
import type { CallRequests } from "./call-requests.ts";
import type { CallTime } from "./call-time.ts";
import type { Player } from "./player.ts";

/** The parts of a call that carry effects out. */
export interface EffectMeans {
  readonly requests: CallRequests;
  readonly player: Player;
  readonly ears: CallEars;
  readonly closing: CallClosing;
  readonly observer: Pick<CallObserver<never>, "saying" | "askedForWords">;
  readonly time: CallTime;
  /** Whether the conversation may still use the line. What it wants of the world is done in any case. */
  readonly hasLine: () => boolean;
}

export function carryOutEffect(effect: Effect, means: EffectMeans): void {
  switch (effect.kind) {
    case "request":
      means.requests.carryOut(effect.id, effect.request);
      break;
    case "cancel":
      means.requests.models.cancel(effect.id);
      break;
    default:
      if (means.hasLine()) carryOutOnLine(effect, means);
  }
}

type LineEffect = Exclude<Effect, { readonly kind: "request" | "cancel" }>;

function carryOutOnLine(effect: LineEffect, means: EffectMeans): void {
  const { requests, player, ears, closing, observer, time } = means;
  switch (effect.kind) {
    case "foresee":
      requests.models.foresee(effect.request);
      break;
    case "speak":
      player.speak(effect.prompt);
      observer.saying(effect.prompt, time.lastAt);
      break;
    case "clearAudio":
      player.clear(effect.playback);
      ears.cleared();
      break;
    case "listenFor":
      ears.listenFor(effect.expectation);
      break;
    case "finishUtterance":
      observer.askedForWords(time.lastAt);
      ears.finish();
      break;
    case "transfer":
    case "hangUp":
      closing.add(effect);
  }
}
