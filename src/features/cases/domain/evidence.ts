/** Files of reports: which are accepted, what they are called, and which need the reporter's consent. */
import type { Evidence } from './report.js';

/** The accepted types, which run no program when opened, and the extension that a file of each gets. */
export const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'audio/mpeg': 'mp3',
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
};

/** The name of a file: its place in the case and its detected type. The name that it came with is not kept. */
export function fileName(files: readonly Evidence[], { id, type }: Evidence): string {
  const at = files.findIndex((file) => file.id === id);
  return `archivo-${at + 1}.${EXTENSIONS[type] ?? 'bin'}`;
}

/** Returns false for a file of a confidential report that others would get with what it tells. */
export function mayBeKept(
  { cleans }: Pick<Evidence, 'cleans'>,
  { confidential, isAgreed }: { confidential: boolean; isAgreed: boolean },
): boolean {
  return !confidential || cleans === true || isAgreed;
}

/**
 * Returns true while the reporter's consent holds to add files that cannot be cleaned.
 * @param uncleanUntil ISO 8601, or empty.
 */
export const isAgreed = (uncleanUntil: string, now: Date): boolean => now.toISOString() < uncleanUntil;

/** The files of a report that others get as they were sent although it is confidential. */
export function uncleanIn(report: { confidential: boolean; evidence: readonly Evidence[] }): Evidence[] {
  return report.evidence.filter((file) => !mayBeKept(file, { ...report, isAgreed: false }));
}
