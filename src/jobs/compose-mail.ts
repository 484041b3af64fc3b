import type { Practice } from "../core/practice/practice.ts";
import type { Mail } from "../ports/mailer.ts";

/** Lines as a plain text and as HTML that says the same, signed with the practice's name. */
export function composeMail(
  practice: Practice,
  lines: readonly string[],
): Pick<Mail, "from" | "text" | "html"> {
  const all = [...lines, practice.name];
  const html = all.map((line) => `<p>${escapeHtml(line)}</p>`).join("\n");
  return { from: practice.email.from, text: `${all.join("\n\n")}\n`, html: `<!doctype html>\n${html}\n` };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** In the practice's zone, with the zone named: a mail is also read far away. */
export function whenText(instant: number, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const day = zoned.toLocaleString("en-US", {
    weekday: "long",
    month: "long",
    day: "numeric",
    year: "numeric",
  });
  const time = zoned.toLocaleString("en-US", {
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  });
  // Some versions of the locale data put a narrow space before AM, which plain-text mail programs show as a box.
  return `${day} at ${time}`.replaceAll("\u202f", " ");
}
