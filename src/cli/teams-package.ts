/** The Teams app package: the manifest filled in from the environment, its languages and its icons. */
import { existsSync, readFileSync } from 'node:fs';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { strToU8, zipSync } from 'fflate';
import { z } from 'zod';

const FOLDER = new URL('../../manifest/', import.meta.url);
const LANGUAGES = ['es.json', 'en.json'];
const ICONS = ['color.png', 'outline.png'];
/** Zip stores a time for each file; a fixed one makes the package reproducible. */
const TIME = new Date('2026-01-01T12:00:00');

const localisation = z.record(z.string(), z.string());
const https = z.url({ protocol: /^https$/ });
const environment = z.object({
  PUBLIC_URL: https,
  MICROSOFT_APP_ID: z.uuid(),
  DEVELOPER_NAME: z.string().min(1).max(32).default('Compensar'),
  DEVELOPER_URL: https,
  PRIVACY_URL: https,
  TERMS_URL: https,
  TAB_APP_ID: z.guid().optional(),
  TAB_APP_URI: z.string().optional(),
  MEETING_ATTENDANCE: z.enum(['on', 'off']).default('off'),
  COPILOT: z.enum(['on', 'off']).default('off'),
  PACKAGE_VERSION: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, 'has to be like 1.2.3')
    .exactOptional(),
});

/** The errors that prevent the package, one line each. */
export class PackageError extends Error {
  constructor(readonly problems: string[]) {
    super(['The package cannot be made:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'PackageError';
  }
}

/**
 * Fills in the manifest, validates it and its languages against their schemas, and zips them.
 * @param version of the app where `PACKAGE_VERSION` names no other; Teams accepts an update only with a higher one.
 * @param folder of the manifest, with a trailing slash.
 * @throws PackageError naming every missing setting, or every objection of the schemas.
 */
export async function teamsPackage(
  settings: Record<string, string | undefined>,
  version: string,
  folder: URL = FOLDER,
): Promise<{ manifest: unknown; zip: Uint8Array; version: string }> {
  const { PACKAGE_VERSION = version, ...others } = readEnvironment(settings);
  const values: Record<string, string> = { ...others, VERSION: PACKAGE_VERSION };
  const read = (name: string) => fill(readFileSync(new URL(name, folder), 'utf8'), values);
  // With a setting, each file of its folder adds to the one of its name.
  const extras = [
    ...('TAB_APP_ID' in values ? ['tab'] : []),
    ...(values.MEETING_ATTENDANCE === 'on' ? ['meeting'] : []),
    ...(values.COPILOT === 'on' ? ['copilot'] : []),
  ];
  const textOf = (name: string) =>
    extras
      .filter((extra) => existsSync(new URL(`${extra}/${name}`, folder)))
      .reduce((text, extra) => together(text, read(`${extra}/${name}`)), read(name));
  const text = textOf('manifest.json');
  const manifest: unknown = JSON.parse(text);
  const problems = await objections('manifest.json', manifest);
  for (const name of LANGUAGES) {
    const { manifest: translated, unknown } = translate(
      manifest,
      localisation.parse(JSON.parse(textOf(name))),
    );
    problems.push(...unknown.map((key) => `${name}: the manifest has no ${key}`));
    problems.push(...(await objections(name, translated)));
  }
  if (problems.length > 0) throw new PackageError(problems);
  const contents = [
    ['manifest.json', strToU8(text)] as const,
    ...LANGUAGES.map((name) => [name, strToU8(textOf(name))] as const),
    ...ICONS.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))] as const),
  ];
  return {
    manifest,
    zip: zipSync(Object.fromEntries(contents), { level: 9, mtime: TIME }),
    version: PACKAGE_VERSION,
  };
}

function together(one: string, other: string): string {
  return JSON.stringify(merged(JSON.parse(one), JSON.parse(other)), null, 2);
}

/** Objects come together by their keys, also those in a list by their place; whatever else is replaced. */
function merged(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other) && other.every(isObject)) {
    return [...one.map((value, at) => merged(value, other[at])), ...other.slice(one.length)];
  }
  if (!isObject(one) || !isObject(other)) return other ?? one;
  const added = Object.entries(other).map(([key, value]) => [key, merged(one[key], value)]);
  return { ...one, ...Object.fromEntries(added) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws PackageError also when the tab's URI is not as Teams wants it: of the host, and of the registration. */
function readEnvironment(settings: Record<string, string | undefined>): Record<string, string> {
  const set = Object.entries(settings).filter(([, value]) => value?.trim());
  const parsed = environment.safeParse(Object.fromEntries(set));
  if (parsed.success) {
    const { TAB_APP_ID: id, TAB_APP_URI: uri, ...others } = parsed.data;
    const { host } = new URL(others.PUBLIC_URL);
    const values = { ...others, PUBLIC_HOST: host };
    if (!id && !uri) return values;
    if (id && uri === `api://${host}/${id}`) return { ...values, TAB_APP_ID: id, TAB_APP_URI: uri };
    throw new PackageError([`TAB_APP_URI: has to be api://${host}/TAB_APP_ID, and both set, or none`]);
  }
  throw new PackageError(
    parsed.error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return `${name}: ${settings[name]?.trim() ? message : 'missing'}`;
    }),
  );
}

/** Escapes values as in JSON strings, so that a quotation mark does not end the string. */
function fill(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{([A-Z_]+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new PackageError([`manifest.json: nothing is known of {{${name}}}`]);
    return JSON.stringify(value).slice(1, -1);
  });
}

/** Validates against the schema that the manifest names; the library contains the schemas. */
async function objections(file: string, manifest: unknown): Promise<string[]> {
  const found = await AppManifestUtils.validateAgainstSchema(manifest as TeamsManifest);
  return found.map((objection) => `${file}: ${objection}`);
}

/**
 * Returns the manifest in another language, because its limits apply there too. The schema of language files
 * cannot be used: it has a pattern that JavaScript rejects.
 */
function translate(
  manifest: unknown,
  texts: Record<string, string>,
): { manifest: unknown; unknown: string[] } {
  const copy: unknown = structuredClone(manifest);
  const unknown = Object.entries(texts)
    .filter(([key]) => key !== '$schema')
    .filter(([key, text]) => !put(copy, key.match(/[^.[\]]+/g) ?? [], text))
    .map(([key]) => key);
  return { manifest: copy, unknown };
}

/** Replaces a text; returns false when there is none at this path. */
function put(value: unknown, path: readonly string[], text: string): boolean {
  const [key = '', ...rest] = path;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  const holder = value as Record<string, unknown>;
  if (rest.length > 0) return put(holder[key], rest, text);
  if (typeof holder[key] !== 'string') return false;
  holder[key] = text;
  return true;
}
