/** Decides which report files are accepted, their names, their hidden data, and which need consent. */
import { z } from 'zod';

/** A file of a case. */
export const evidence = z.object({
  id: z.string(),
  /** Media type, detected from the content. */
  type: z.string(),
  /** In bytes. */
  size: z.number(),
  /** True if its hidden data can be removed, as tried on arrival; undefined if not tried. */
  cleans: z.boolean().optional(),
});
export type Evidence = z.output<typeof evidence>;

/** The hidden data of a file. The catalogue has the words. */
export const TELLING = ['photo', 'pdf', 'document', 'sound', 'film'] as const;
export type Telling = (typeof TELLING)[number];

interface Accepted {
  /** That of a file of this type. */
  extension: string;
  tells: Telling;
  /** Others get a copy with the visible content alone; see src/platform/cleaning/clean.ts. */
  isCopied?: true;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The accepted types. None of them is a program. */
export const ACCEPTED: Readonly<Record<string, Accepted>> = {
  'image/jpeg': { extension: 'jpg', tells: 'photo', isCopied: true },
  'image/png': { extension: 'png', tells: 'photo', isCopied: true },
  'image/webp': { extension: 'webp', tells: 'photo', isCopied: true },
  'image/gif': { extension: 'gif', tells: 'photo', isCopied: true },
  'image/heic': { extension: 'heic', tells: 'photo' },
  'application/pdf': { extension: 'pdf', tells: 'pdf', isCopied: true },
  [`${OFFICE}.wordprocessingml.document`]: { extension: 'docx', tells: 'document' },
  [`${OFFICE}.spreadsheetml.sheet`]: { extension: 'xlsx', tells: 'document' },
  'audio/mpeg': { extension: 'mp3', tells: 'sound' },
  'audio/mp4': { extension: 'm4a', tells: 'sound' },
  'audio/x-m4a': { extension: 'm4a', tells: 'sound' },
  'audio/ogg': { extension: 'ogg', tells: 'sound' },
  'audio/wav': { extension: 'wav', tells: 'sound' },
  'video/mp4': { extension: 'mp4', tells: 'film' },
  'video/quicktime': { extension: 'mov', tells: 'film' },
  'video/webm': { extension: 'webm', tells: 'film' },
};

/** The name of a file: its place in the case and its detected type. The name that it came with is not kept. */
export function fileName(files: readonly Evidence[], { id, type }: Evidence): string {
  const at = files.findIndex((file) => file.id === id);
  return `archivo-${at + 1}.${ACCEPTED[type]?.extension ?? 'bin'}`;
}

export const isCopied = ({ type }: Pick<Evidence, 'type'>): boolean => ACCEPTED[type]?.isCopied === true;

export const isPdf = ({ type }: Pick<Evidence, 'type'>): boolean => ACCEPTED[type]?.tells === 'pdf';

export const tells = ({ type }: Pick<Evidence, 'type'>): Telling => ACCEPTED[type]?.tells ?? 'document';

/** What others than the reporter get of a file of a confidential report. */
export function formFor(file: Pick<Evidence, 'type' | 'cleans'>): 'copy' | 'as-sent' | 'nothing' {
  // The reporter has agreed: without a consent, no such file gets into a confidential report.
  if (file.cleans === false) return 'as-sent';
  // Files of before were promised to be cleaned, of types too that no copy is made of any more.
  return isCopied(file) ? 'copy' : 'nothing';
}

/** The files of a case that others than its reporter cannot open before the reporter agrees. */
export function closedIn({
  report,
  evidence,
}: {
  report: { confidential: boolean };
  evidence: readonly Evidence[];
}) {
  return report.confidential ? evidence.filter((file) => formFor(file) === 'nothing') : [];
}

/** Returns false for a confidential file whose hidden data others would get. */
export function mayBeKept(
  file: Pick<Evidence, 'type' | 'cleans'>,
  { confidential, isAgreed }: { confidential: boolean; isAgreed: boolean },
): boolean {
  return !confidential || isAgreed || (file.cleans === true && isCopied(file));
}

/** The files of a report that others can get only as they were sent although it is confidential. */
export function uncleanIn(report: { confidential: boolean; evidence: readonly Evidence[] }): Evidence[] {
  return report.evidence.filter((file) => !mayBeKept(file, { ...report, isAgreed: false }));
}

/**
 * The files of a report that is sent. What cannot be cleaned is closed to others, unless its reporter was told of it.
 * @param told the ids of the files of which they were told.
 */
export function asSent(
  report: { confidential: boolean; evidence: readonly Evidence[] },
  told: readonly string[],
): Evidence[] {
  const unclean = uncleanIn(report);
  return report.evidence.map((file) => {
    if (!unclean.includes(file)) return file;
    return { ...file, cleans: told.includes(file.id) ? false : undefined };
  });
}

/**
 * Returns true while the reporter's consent holds to add a file that cannot be cleaned.
 * @param uncleanUntil ISO 8601, or empty.
 * @param uncleanOf the hashes of the files that the reporter agreed to, with spaces between them.
 */
export const isAgreed = (
  { uncleanUntil, uncleanOf }: { uncleanUntil: string; uncleanOf: string },
  hash: string,
  now: Date,
): boolean => now.toISOString() < uncleanUntil && uncleanOf.split(' ').includes(hash);
