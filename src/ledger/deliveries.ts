import type { EpochMs } from "../core/values/ids.ts";
import { type Queryable, timestamp } from "./database.ts";

/** Whether a mailer has taken the message over already. */
export async function wasDelivered(database: Queryable, id: string): Promise<boolean> {
  return (await database.query("SELECT 1 FROM deliveries WHERE id = $1", [id])).length > 0;
}

/** False when it was noted before. */
export async function noteDelivery(database: Queryable, id: string, at: EpochMs): Promise<boolean> {
  const noted = await database.query(
    "INSERT INTO deliveries (id, delivered_at) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id",
    [id, timestamp(at)],
  );
  return noted.length > 0;
}
