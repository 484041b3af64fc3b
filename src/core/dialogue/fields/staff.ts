import { anyCue } from "../en/cues-table.ts";
import { field } from "../field.ts";
import { namedStaff } from "../person/named-staff.ts";

/** Whom a message is for. */
export const staff = field<string>({
  id: "staff",
  asked: ["choice"],
  privacy: "public",
  whenUnknown: "leave",
  readBackUpTo: 0.3,
  read: (reader) => {
    const named = namedStaff(reader.text, reader.practice, reader.asked);
    if (named !== null) return { value: named, confidence: 0.9, spans: [] };
    const anyone = reader.asked && anyCue.test(reader.text.toLowerCase());
    return anyone ? { value: "any", confidence: 0.9, spans: [] } : null;
  },
});
