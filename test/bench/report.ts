/** A result of a benchmark: our value and a peer's, measured in the same run. */
export interface Measurement {
  name: string;
  value: number;
  unit: string;
  peer: string;
  peerValue: number;
  /** The median of the ratios of alternating rounds; of the values, where there is one round. */
  ratio?: number;
}

/** Prints one JSON line per measurement, then a table of all. */
export function report(measurements: readonly Measurement[]): void {
  const rows = measurements.map((measured) => ({
    ...measured,
    ratio: measured.ratio ?? Number((measured.value / measured.peerValue).toFixed(3)),
  }));
  for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
  const table = [
    ['name', 'ours', 'unit', 'peer', "peer's", 'ratio'],
    ...rows.map(({ name, value, unit, peer, peerValue, ratio }) => [
      name,
      String(value),
      unit,
      peer,
      String(peerValue),
      String(ratio),
    ]),
  ];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  process.stdout.write('\n');
  for (const row of table) {
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
  }
}

/** @param share from 0 to 1; 0.99 for the 99th percentile. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
