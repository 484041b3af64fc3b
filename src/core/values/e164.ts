/**
 * Whether a text is a telephone number as E.164 writes it: `+`, the country's code and the number, fifteen digits at the most.
 */
export function isE164(text: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(text);
}
