import type { Reader, ValueRead } from "../field.ts";

/**
 * What the caller says, kept as it is said, in answer to a question that everything answers. What only manages the
 * conversation ("hold on", "can you repeat that") is no answer.
 */
export function ownWords(reader: Reader<string>, leastWords: number): ValueRead<string> | null {
  const text = reader.text.trim();
  const manages = reader.said.acts.some(({ kind, span }) => managing.has(kind) && span.start === 0);
  if (!reader.asked || manages || text.split(/\s+/).length < leastWords) return null;
  return { value: text, confidence: 0.9, spans: [{ start: 0, end: reader.text.length }] };
}

const managing: ReadonlySet<string> = new Set(["wait", "repeat", "slower", "help", "goBack", "startOver"]);
