/** A practice as the API tells of it, as far as the page needs it. */
export interface PracticeSummary {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** What the ids of its people, rooms and visits stand for. */
  readonly names: Readonly<Record<string, string>>;
}

interface PracticeChoiceProps {
  readonly practices: readonly PracticeSummary[];
  readonly practice: PracticeSummary | null;
  readonly disabled?: boolean;
  choose(id: string): void;
}

/** Which practice it is about; nothing where there is only one. */
export function PracticeChoice({ practices, practice, disabled = false, choose }: PracticeChoiceProps) {
  if (practices.length < 2) return null;
  return (
    <label className="practice">
      Practice
      <select value={practice?.id} disabled={disabled} onChange={(event) => choose(event.target.value)}>
        {practices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
}
