import type { Span } from "../../language/understanding.ts";
import { takenBackCue } from "../en/cues-table.ts";
import { type ComplaintValue, field, type Reader } from "../field.ts";

/** Kept as the caller said it, with its category. Words of no known category are kept too when they answer the question. */
export const complaint = field<ComplaintValue>({
  id: "complaint",
  asked: ["complaint"],
  also: ["duration", "pain", "name", "dateOfBirth", "payer", "date", "time", "choice"],
  privacy: "health",
  thinkMs: 9_000,
  read: (reader) => {
    const known = mainComplaint(reader);
    if (known === null) return reader.asked ? inOwnWords(reader) : null;
    return {
      value: { words: sentenceAround(reader.text, known.span), category: known.value },
      confidence: known.confidence,
      spans: [known.span],
    };
  },
  same: (one, other) => one.category === other.category && one.words === other.words,
});

/** "I'm a new patient and my back hurts": being new is the reason only where nothing else is, and it was asked for. */
function mainComplaint({ said, asked }: Reader<ComplaintValue>) {
  const all = said.readings.filter((reading) => reading.kind === "complaint");
  const symptom = all.find(({ value }) => value !== "newPatient");
  return symptom ?? (asked ? (all[0] ?? null) : null);
}

const HARDLY_BEGUN = 0.35;

/** At least two words that mean nothing else: "my hair is falling out". */
function inOwnWords(reader: Reader<ComplaintValue>) {
  const { said } = reader;
  const text = reader.text.trim();
  const otherwise =
    said.acts.length > 0 || said.reply !== null || said.readings.some((reading) => reading.confidence > 0.5);
  // "I've got" tells nothing yet.
  if (otherwise || said.complete <= HARDLY_BEGUN || text.split(/\s+/).length < 2) return null;
  return {
    value: { words: text, category: "other" },
    confidence: 0.6,
    spans: [{ start: 0, end: reader.text.length }],
  };
}

/** The sentence that tells the complaint, without what else the caller said in the same breath. */
function sentenceAround(text: string, span: Span): string {
  const before = text.slice(0, span.start).search(/[.!?;][^.!?;]*$/);
  const after = text.slice(span.end).search(/[.!?;]/);
  const sentence = text.slice(before + 1, after < 0 ? text.length : span.end + after).trim();
  return sentence.replace(takenBackCue, "");
}
