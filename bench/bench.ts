// npm run bench -- <name> [options]
import { readdirSync } from "node:fs";

interface Bench {
  /** Measures, prints a table (or one JSON object with `--json`), and returns. */
  run(args: readonly string[]): Promise<void>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== "bench.ts" && !file.endsWith(".test.ts"))
  .map((file) => file.slice(0, -3))
  .sort();
const [name, ...args] = process.argv.slice(2);
if (name === undefined || name === "--help" || !names.includes(name)) {
  console.error(
    `Usage: npm run bench -- <name> [options]\n\nBenchmarks: ${names.join(", ")}\nEach explains itself with --help.`,
  );
  process.exit(name === "--help" ? 0 : 2);
}
const bench: Bench = await import(`./${name}.ts`);
await bench.run(args);
