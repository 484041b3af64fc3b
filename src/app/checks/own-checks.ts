import { openDatabase } from "../../ledger/database.ts";
import { pendingMigrations } from "../../ledger/migrate.ts";
import type { SecretStore } from "../../partners/secrets/secret-reference.ts";
import { WorldError } from "../../ports/world-error.ts";
import { PracticeError } from "../../practices/load-practice.ts";
import { loadPractices } from "../practices.ts";
import { secretNames } from "../settings/secret-fields.ts";
import { type Check, FoundFault } from "./check.ts";

export const practicesCheck: Check = {
  what: "practice files",
  without: "nobody is answered for",
  mends: { refused: "mend the file", away: "is FRONTDESK_PRACTICES right?" },
  proof:
    ({ settings }) =>
    async () => {
      const practices = await loadPractices(settings.FRONTDESK_PRACTICES).catch((error: unknown) => {
        if (error instanceof PracticeError) throw new FoundFault(error.message, "mend the file");
        throw error;
      });
      return [...practices.values()].map(({ name }) => name).join(", ");
    },
};

export const databaseCheck: Check = {
  what: "database",
  without: "the embedded one, in the data folder",
  mends: { refused: "is DATABASE_URL right?", away: "is DATABASE_URL right, and the server up?" },
  proof({ secrets, telemetry }) {
    const url = secrets.of("DATABASE_URL");
    if (url === null) return null;
    return async () => {
      const options = { dataDirectory: null, databaseUrl: url, telemetry, connections: 1 };
      await using database = await openDatabase(options);
      const pending = await pendingMigrations(database).catch(notOurs);
      return pending === 0 ? "its tables are up to date" : `npm start will apply ${pending} migrations`;
    };
  },
};

/** A database that another version has made is somebody's to decide about. */
function notOurs(error: unknown): never {
  if (error instanceof WorldError || !(error instanceof Error)) throw error;
  throw new FoundFault(error.message, "use the version that made it, or another database");
}

/** Whatever settings name was read before any check; what could not be read has ended the checks. */
export const secretStoresCheck: Check = {
  what: "secret stores",
  without: "secrets are given as they are",
  mends: { refused: "", away: "" },
  proof({ settings }) {
    const counts = new Map<SecretStore, number>();
    for (const name of secretNames) {
      const setting = settings[name];
      if (setting?.kind === "stored") counts.set(setting.store, (counts.get(setting.store) ?? 0) + 1);
    }
    if (counts.size === 0) return null;
    return async () => [...counts].map(([store, count]) => `${store}: ${count} read`).join(", ");
  },
};
