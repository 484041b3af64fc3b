import type { BookingId } from "../../values/ids.ts";
import { field } from "../field.ts";

/** Which of several bookings the caller means. */
export const booking = field<BookingId>({
  id: "booking",
  asked: ["choice"],
  also: ["date", "time"],
  privacy: "personal",
  readBackUpTo: 0.3,
  otherWays: ["example"],
  read: (reader) => {
    if (!reader.asked) return null;
    const [best, next] = reader.said.readings.filter((reading) => reading.kind === "choice");
    if (best === undefined) return null;
    const unclear =
      next !== undefined && best.confidence - next.confidence < 0.1 && best.value !== next.value;
    const id = unclear ? undefined : reader.choices[best.value];
    return id === undefined ? null : { value: id, confidence: best.confidence, spans: [best.span] };
  },
  keyed: (digits, { choices }) => choices[Number(digits) - 1] ?? null,
});
