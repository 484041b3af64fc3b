import { DirectoryInUseError } from "../ledger/directory-lock.ts";
import { WorldError } from "../ports/world-error.ts";
import { PracticeError } from "../practices/load-practice.ts";
import { SettingsError } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

// biome-ignore lint/suspicious/noExplicitAny: constructors take whatever their errors need
type ErrorClass = abstract new (...args: any[]) => Error;

/** Mistakes that the person at the terminal can mend, whatever the command. */
const mendable: readonly ErrorClass[] = [SettingsError, PracticeError, DirectoryInUseError];

/**
 * Runs a command to its end. What `main` returns is the exit code; what it throws is told on stderr. `alsoMendable` are mistakes
 * that only this command knows.
 */
export async function runCommand(
  main: (args: readonly string[]) => Promise<number> | Promise<void>,
  alsoMendable: readonly ErrorClass[] = [],
): Promise<void> {
  try {
    const code = await main(process.argv.slice(2));
    if (typeof code === "number") process.exitCode = code;
  } catch (error) {
    const { told, code } = endOf(error, [...mendable, ...alsoMendable]);
    console.error(told);
    process.exitCode = code;
  }
}

/**
 * How a command ends that threw: with 2 when its command line cannot be carried out, else with 1. Mistakes that can be mended
 * are told in their words alone, failures of the world with the way to find out more, anything else with all that is known of it.
 */
export function endOf(error: unknown, mendable: readonly ErrorClass[]): { told: unknown; code: 1 | 2 } {
  const usage = usageFault(error);
  if (usage !== null) return { told: `${usage}\n\n--help explains the options.`, code: 2 };
  const known = error instanceof Error && mendable.some((kind) => error instanceof kind);
  if (error instanceof WorldError) return { told: `${saidWithCause(error)}\n\n${worldHint}`, code: 1 };
  return { told: known ? error.message : error, code: 1 };
}

const worldHint = "npm run check-config asks all services that are set, and says how to mend what fails.";

function saidWithCause({ message, cause }: Error): string {
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

/** Of what `parseArgs` says the first sentence tells what is wrong; the others are about words that begin with a dash. */
function usageFault(error: unknown): string | null {
  if (error instanceof UsageError) return error.message;
  if (!(error instanceof Error) || !("code" in error)) return null;
  return String(error.code).startsWith("ERR_PARSE_ARGS") ? (error.message.split(". ")[0] ?? null) : null;
}
