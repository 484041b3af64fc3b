/** What a message says; null when it is no JSON. */
export function parsedJson(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return null;
  }
}
