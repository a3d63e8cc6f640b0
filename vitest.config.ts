import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    // Processes, not threads: a test may change the working directory, and a runaway one can be ended.
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One file at a time per process, each with fresh modules: instances never see each other's state anyway.
    isolate: true,
    watch: false,
  },
});
