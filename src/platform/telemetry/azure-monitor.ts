/** Sends measurements to Application Insights. Imported only when its connection string is set. */
import { AzureMonitorMetricExporter } from '@azure/monitor-opentelemetry-exporter';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import type { CounterName, Telemetry } from './telemetry.js';

const EVERY_MS = 60_000;

/** @param connectionString as the portal shows it: an address and an id that lets one write measurements, and read none. */
export function azureMonitor(connectionString: string): Telemetry {
  // The exporter would tell Microsoft how it is used.
  process.env.APPLICATION_INSIGHTS_NO_STATSBEAT = 'true';
  // Nothing is kept on disk: the next minute measures again.
  const exporter = new AzureMonitorMetricExporter({ connectionString, disableOfflineStorage: true });
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: EVERY_MS });
  const provider = new MeterProvider({ readers: [reader] });
  const meter = provider.getMeter('humanizacion-bot');
  const counters = new Map<CounterName, ReturnType<typeof meter.createCounter>>();
  const durations = meter.createHistogram('bot.storage.duration', { unit: 'ms' });
  return {
    count: (name, attributes) => {
      const counter = counters.get(name) ?? meter.createCounter(name);
      counters.set(name, counter);
      counter.add(1, attributes);
    },
    time: (_name, ms, attributes) => durations.record(ms, attributes),
    observe: (name, read) =>
      meter.createObservableGauge(name).addCallback(async (result) => {
        for (const [what, value] of Object.entries(await read())) result.observe(value, { what });
      }),
    stop: () => provider.shutdown(),
  };
}
