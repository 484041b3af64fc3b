// npm run bench -- <name> [options]
import { readdirSync } from "node:fs";
import { runCommand } from "../src/app/run-command.ts";
import { UsageError } from "../src/app/usage-error.ts";

interface Bench {
  /** Measures, prints a table (or one JSON object with `--json`), and returns. */
  run(args: readonly string[]): Promise<void>;
}

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(".ts") && file !== "bench.ts" && !file.endsWith(".test.ts"))
  .map((file) => file.slice(0, -3))
  .sort();
const help = `Usage: npm run bench -- <name> [options]

Benchmarks: ${names.join(", ")}
Each explains itself with --help.`;

async function main([name, ...args]: readonly string[]): Promise<void> {
  if (name === undefined || name === "--help") return console.log(help);
  if (!names.includes(name))
    throw new UsageError(`there is no benchmark "${name}"; there are: ${names.join(", ")}`);
  const bench: Bench = await import(`./${name}.ts`);
  await bench.run(args);
}

await runCommand(main);
