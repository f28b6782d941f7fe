import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Rules, readRules } from '../../src/platform/impact/rules.js';

/** The rules read from a file with this YAML. */
export function rulesIn(yaml: string): Rules {
  const folder = mkdtempSync(join(tmpdir(), 'rules-'));
  try {
    writeFileSync(join(folder, 'rules.yaml'), yaml);
    return readRules(join(folder, 'rules.yaml'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Rules with these signal patterns by clause, and placeholders for the other keys that a file requires. */
export function rulesWith(signals: Partial<Record<string, string[]>>, more: object = {}): Rules {
  return rulesIn(JSON.stringify({ signals, figurative: ['xx'], discrimination: ['xx'], care: {}, ...more }));
}
