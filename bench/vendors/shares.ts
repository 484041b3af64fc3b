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
  // Words may have been on their way when they were asked for, so up to the delay it is the service that is waited for.
  const hearingMs = Math.max(0, transcribedAt - wordsAskedAt - wordsMs);
  // Sound at hand waits for nobody: a stage shorter than the delay is ours.
  const answeredMs = firstAudioSentAt - transcribedAt;
  const answeringMs = Math.max(0, answeredMs >= firstSoundMs ? answeredMs - firstSoundMs : answeredMs);
  return { patienceMs: wordsAskedAt - speechEndedAt, ownMs: hearingMs + answeringMs };
}
