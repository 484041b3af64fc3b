/** When the stages of a turn happened, in milliseconds since the call began, as the server's API tells them. */
export interface Timeline {
  readonly speechEndedAt: number | null;
  readonly wordsAskedAt: number | null;
  readonly transcribedAt: number | null;
  readonly steppedAt: number;
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
  /** From the order to finish to the words here, beyond what the service takes. */
  readonly hearingMs: number;
  /** From the words to what is to be said. */
  readonly decidingMs: number;
  /** From there to the first sound, beyond what the voice takes: look-ups and the database among it. */
  readonly answeringMs: number;
  /** These three together: what is left of the gap without the patience and without what the services took. */
  readonly ownMs: number;
}

/** Null for turns of which not everything is known, such as the first of a call. */
export function sharesOf(timeline: Timeline, { wordsMs, firstSoundMs }: Delays): Shares | null {
  const { speechEndedAt, wordsAskedAt, transcribedAt, steppedAt, firstAudioSentAt } = timeline;
  if (speechEndedAt === null || wordsAskedAt === null || transcribedAt === null || firstAudioSentAt === null)
    return null;
  // Words may have been on their way when they were asked for, so up to the delay it is the service that is waited for.
  const hearingMs = Math.max(0, transcribedAt - wordsAskedAt - wordsMs);
  const decidingMs = Math.max(0, steppedAt - transcribedAt);
  // Sound at hand waits for nobody: a stage shorter than the delay is ours.
  const answeredMs = firstAudioSentAt - steppedAt;
  const answeringMs = Math.max(0, answeredMs >= firstSoundMs ? answeredMs - firstSoundMs : answeredMs);
  const ownMs = hearingMs + decidingMs + answeringMs;
  return { patienceMs: wordsAskedAt - speechEndedAt, hearingMs, decidingMs, answeringMs, ownMs };
}
