import type { ActKind } from "../../language/understanding.ts";
import type { Reader, ValueRead } from "../field.ts";

/**
 * What the caller says, kept as it is said, in answer to a question that everything answers. What is mostly about the
 * conversation itself ("hold on", "can you repeat that", "let me talk to a person") is no answer, but for what the question is
 * `about`.
 */
export function ownWords(
  reader: Reader<string>,
  leastWords: number,
  about: ActKind | null = null,
): ValueRead<string> | null {
  const text = reader.text.trim();
  const manages = reader.said.acts.some(
    ({ kind, span }) => kind !== about && managing.has(kind) && span.end - span.start > text.length * MOSTLY,
  );
  if (!reader.asked || manages || text.split(/\s+/).length < leastWords) return null;
  return { value: text, confidence: 0.9, spans: [{ start: 0, end: reader.text.length }] };
}

const MOSTLY = 0.6;

const managing: ReadonlySet<ActKind> = new Set([
  "wait",
  "repeat",
  "slower",
  "help",
  "goBack",
  "startOver",
  "person",
  "goodbye",
  "stop",
  "cancel",
  "dontKnow",
  "question",
]);
