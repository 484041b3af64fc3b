/** When the stages of a turn happened, in milliseconds since the call began, as the server's API tells them. */
export interface Timeline {
  readonly speechEndedAt: number | null;
  readonly wordsAskedAt: number | null;
  readonly transcribedAt: number | null;
  readonly firstAudioSentAt: number | null;
}

export interface Delays {
  readonly wordsMs: number;
  readonly firstSoundMs: number;
}

/** What a gap before an answer is made of. */
export interface Shares {
  /** Waiting on purpose, to see whether the caller goes on. */
  readonly patienceMs: number;
  /** What is left of the gap without the patience and without what the services took. */
  readonly ownMs: number;
}

/** Null for turns of which not everything is known, such as the first of a call. */
export function sharesOf(timeline: Timeline, { wordsMs, firstSoundMs }: Delays): Shares | null {
  const { speechEndedAt, wordsAskedAt, transcribedAt, firstAudioSentAt } = timeline;
  if (speechEndedAt === null || wordsAskedAt === null || transcribedAt === null || firstAudioSentAt === null)
    return null;
  // Words may have come while the patience ran, and sound at hand takes no time: a service's share is at most its delay.
  const hearingMs = without(transcribedAt - wordsAskedAt, wordsMs);
  const answeringMs = without(firstAudioSentAt - transcribedAt, firstSoundMs);
  return { patienceMs: wordsAskedAt - speechEndedAt, ownMs: hearingMs + answeringMs };
}

/** A stage that was shorter than the service's delay did not wait for the service. */
function without(stageMs: number, delayMs: number): number {
  return stageMs >= delayMs ? stageMs - delayMs : Math.max(0, stageMs);
}
