/** The practices: small things to do, each from one behaviour of the policy. */

/** The jobs for which some practices are written. */
export const JOBS = [
  'ventanilla',
  'salud',
  'farmacia',
  'llamadas',
  'recreacion',
  'educacion',
  'cocina',
  'seguridad',
  'apoyo',
  'liderazgo',
] as const;
export type Job = (typeof JOBS)[number];

export interface Practice {
  id: string;
  /** The id of its section of the policy. */
  section: string;
  /** The policy's own words. */
  behaviour: string;
  es: string;
  en: string;
  /** Empty for everybody. */
  jobs: readonly Job[];
}

/** Those for everybody, and those for the person's job. */
export function fitting(practices: readonly Practice[], job: Job | ''): Practice[] {
  return practices.filter(({ jobs }) => jobs.length === 0 || (job !== '' && jobs.includes(job)));
}
