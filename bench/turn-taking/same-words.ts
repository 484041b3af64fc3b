/** Whether every word is the same, in one turn or in several, without regard to writing. */
export function sameWords(said: string, heard: string): boolean {
  return plain(heard) === plain(said);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
