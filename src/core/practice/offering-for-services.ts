import type { Offering, Practice } from "./practice.ts";

/**
 * What is booked when these services are wanted: of the offerings that hold all of them the shortest, so that an oil change is
 * no full day, and several things that nobody does together are one drop-off. Null when nothing holds them all, or for none.
 */
export function offeringForServices(
  { offerings }: Pick<Practice, "offerings">,
  wanted: readonly string[],
): Offering | null {
  if (wanted.length === 0) return null;
  const [shortest] = offerings
    .filter(({ services }) => wanted.every((service) => services.includes(service)))
    .toSorted((one, other) => one.durationMinutes - other.durationMinutes);
  return shortest ?? null;
}
