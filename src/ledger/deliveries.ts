import type { EpochMs } from "../core/values/ids.ts";
import { type Queryable, timestamp } from "./database.ts";

/** Whether a mailer has taken the message over already. */
export async function wasDelivered(database: Queryable, id: string): Promise<boolean> {
  return (await database.query("SELECT 1 FROM deliveries WHERE id = $1", [id])).length > 0;
}

export async function noteDelivery(database: Queryable, id: string, at: EpochMs): Promise<void> {
  await database.query("INSERT INTO deliveries (id, delivered_at) VALUES ($1, $2) ON CONFLICT DO NOTHING", [
    id,
    timestamp(at),
  ]);
}
