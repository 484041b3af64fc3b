/**
 * Runs a command to its end. A mistake that the person at the terminal can mend, by its class, is told without a stack;
 * anything else with all that is known. The exit code is then 1.
 */
export async function runCommand(
  main: (args: readonly string[]) => Promise<void>,
  // biome-ignore lint/suspicious/noExplicitAny: constructors take whatever their errors need
  mendable: readonly (abstract new (...args: any[]) => Error)[],
): Promise<void> {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    const known = mendable.some((kind) => error instanceof kind);
    console.error(known && error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
