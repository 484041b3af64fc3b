import type { Log, Telemetry } from "../../ports/telemetry.ts";

const log: Log = { debug() {}, info() {}, warn() {}, error() {}, with: () => log };

/** Telemetry that keeps nothing. */
export const quietTelemetry: Telemetry = { log, meter: { count() {}, observeSeconds() {}, gauge() {} } };
