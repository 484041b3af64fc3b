import { anyCue } from "../en/cues-table.ts";
import { bestReading, field } from "../field.ts";
import { namedResource, speakingLanguage } from "../search/named-resource.ts";

/** Whom the caller wants to see: a resource of the practice, or anyone who can help. */
export const doctor = field<string>({
  id: "doctor",
  asked: ["choice"],
  also: ["yesNo"],
  privacy: "public",
  whenUnknown: "leave",
  readBackUpTo: 0.4,
  otherWays: ["example"],
  read: (reader) => {
    const named = namedResource(reader.text, reader.practice, reader.asked);
    if (named !== null) return { value: named, confidence: 0.9, spans: [] };
    const spoken = speakingLanguage(reader.text, reader.practice);
    if (spoken !== null) return { value: spoken, confidence: 0.8, spans: [] };
    if (!reader.asked) return null;
    if (anyCue.test(reader.text.toLowerCase())) return { value: "any", confidence: 0.9, spans: [] };
    const chosen = bestReading(reader.said, "choice");
    const id = chosen === null ? undefined : reader.choices[chosen.value];
    if (chosen !== null && id !== undefined)
      return { value: id, confidence: chosen.confidence, spans: [chosen.span] };
    const indifferent =
      bestReading(reader.said, "preference") !== null ||
      bestReading(reader.said, "choiceNone") !== null ||
      reader.said.reply === "no";
    return indifferent ? { value: "any", confidence: 0.8, spans: [] } : null;
  },
  keyed: (digits, { choices }) => choices[Number(digits) - 1] ?? null,
});
