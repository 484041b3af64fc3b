import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    passWithNoTests: false,
    // Whole calls wait for real time more than they compute, so two files at a time suit even a machine with two cores.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Polls wait for something that happens, so their limit only means that it will not.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        // Pure functions leave nothing behind, so that their files share a process.
        test: { name: "core", include: ["src/core/**/*.test.ts"], isolate: false },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: ["src/core/**", "node_modules/**"],
        },
      },
    ],
  },
});
