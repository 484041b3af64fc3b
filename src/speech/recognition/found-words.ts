import type { Segment } from "soundswallower";

/** Takes the marks of spelled letters off, and sounds that were no words out. */
export function plainWords(raw: string): string {
  return raw
    .split(" ")
    .filter((word) => word !== "" && !word.startsWith("@"))
    .map((word) => withoutForm(word).replace(/^[_=]/, ""))
    .join(" ");
}

/** The dictionary's entry without the number of its way to say it. */
export function withoutForm(word: string): string {
  return word.replace(/\(\d+\)$/, "");
}

const silences = new Set(["(NULL)", "<sil>", "<s>", "</s>", "[NOISE]", "[SPEECH]"]);

/** Mean fit of the words at which they are as good as guessed, and the span up to certain; measured in docs/speech.md. */
const fitScale = { none: 0.7, span: 0.2 };

/** From how well the words fit the sound; each part that was no word takes away from it. */
export function confidenceOf(segments: readonly Segment[]): number {
  let words = 0;
  let other = 0;
  let fit = 0;
  for (const { t, d, p } of segments) {
    if (silences.has(t)) continue;
    if (t.startsWith("@")) other += d;
    else {
      words += d;
      fit += d * p;
    }
  }
  if (words === 0) return 0;
  const quality = Math.min(1, Math.max(0, (fit / words - fitScale.none) / fitScale.span));
  return (quality * words) / (words + other);
}
