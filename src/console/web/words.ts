/** When something was, as short as it can be told apart: the time of today, else the day with it. */
export function whenText(ms: number, timeZone: string, now = Date.now()): string {
  const day = (at: number) => new Date(at).toLocaleDateString("en-US", { timeZone });
  const time = new Date(ms).toLocaleTimeString("en-US", { timeZone, hour: "numeric", minute: "2-digit" });
  if (day(ms) === day(now)) return time;
  const date = new Date(ms).toLocaleDateString("en-US", { timeZone, month: "short", day: "numeric" });
  return `${date}, ${time}`;
}

/** `+15035550123` as (503) 555-0123; numbers of other countries as they are. */
export function phoneText(phone: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
  return line === undefined ? phone : `(${area}) ${exchange}-${line}`;
}

/** `dateOfBirth` becomes "Date of birth", `memberId` "Member ID". */
export function readable(name: string): string {
  const words = name.replace(/([A-Z])/g, " $1").toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\bid$/, "ID");
}

/** Millionths of a dollar as cents and less: "$0.0042". */
export function costText(micros: number): string {
  return `$${(micros / 1e6).toFixed(4)}`;
}

/** "4:07". */
export function lengthText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
