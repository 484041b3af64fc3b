import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Meter } from "../ports/telemetry.ts";
import { metricBuckets, metricHelp } from "./metrics-table.ts";

const PREFIX = "frontdesk_";
/** A metric with more label sets than this has something in its labels that is no category. */
const MAX_SERIES = 200;
const category = /^[\w.:/ -]{0,64}$/;

type Labels = Readonly<Record<string, string>>;

interface Instrument<T> {
  readonly metric: T;
  readonly labelNames: string;
  readonly series: Set<string>;
}

export interface PrometheusMeter extends Meter {
  /** Everything measured, in Prometheus' text format. */
  expose(): Promise<string>;
}

/**
 * Measures into a registry of its own. Instruments come into being at their first measurement, and measuring never
 * throws: labels that are no categories, or differ from the first ones, are refused and counted.
 */
export function prometheusMeter(): PrometheusMeter {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: PREFIX });
  const registers = [registry];
  const refused = new Counter({
    name: `${PREFIX}meter_errors_total`,
    help: helpOf("meter_errors_total"),
    registers,
  });

  function instruments<T>(create: (name: string, labelNames: string[]) => T) {
    const known = new Map<string, Instrument<T>>();
    return (name: string, labels: Labels): T | null => {
      const labelNames = Object.keys(labels);
      let instrument = known.get(name);
      if (instrument === undefined) {
        instrument = { metric: create(name, labelNames), labelNames: nameSet(labelNames), series: new Set() };
        known.set(name, instrument);
      }
      if (admits(instrument, labels)) return instrument.metric;
      refused.inc();
      return null;
    };
  }

  const counter = instruments(
    (name, labelNames) => new Counter({ name: PREFIX + name, help: helpOf(name), labelNames, registers }),
  );
  const gauge = instruments(
    (name, labelNames) => new Gauge({ name: PREFIX + name, help: helpOf(name), labelNames, registers }),
  );
  const histogram = instruments(
    (name, labelNames) =>
      new Histogram({
        name: PREFIX + name,
        help: helpOf(name),
        labelNames,
        registers,
        buckets: bucketsOf(name),
      }),
  );

  return {
    count: (name, labels = {}, by = 1) => {
      if (by >= 0) counter(name, labels)?.inc(labels, by);
    },
    observeSeconds: (name, seconds, labels = {}) => histogram(name, labels)?.observe(labels, seconds),
    gauge: (name, value, labels = {}) => gauge(name, labels)?.set(labels, value),
    expose: () => registry.metrics(),
  };
}

function admits(instrument: Instrument<unknown>, labels: Labels): boolean {
  const values = Object.values(labels);
  if (values.length === 0) return instrument.labelNames === "";
  const series = values.join("\n");
  if (instrument.series.has(series)) return true;
  if (nameSet(Object.keys(labels)) !== instrument.labelNames) return false;
  if (instrument.series.size >= MAX_SERIES || !values.every((value) => category.test(value))) return false;
  instrument.series.add(series);
  return true;
}

function nameSet(names: readonly string[]): string {
  return names.toSorted().join(",");
}

function helpOf(name: string): string {
  return metricHelp[name] ?? name.replaceAll("_", " ");
}

function bucketsOf(name: string): number[] {
  return [...(metricBuckets.find(({ names }) => names.test(name))?.seconds ?? [])];
}
