/** Where and when a failure happened: policy section `ciclo-servicio`. */
import { z } from 'zod';

/** The stages of the service cycle, in their order. */
export const STAGES = ['before', 'arrival', 'attention', 'closing', 'after'] as const;

/** Ids of the catalogues in `content/service-cycle.yaml`, which may have changed since; empty where it is not known. */
export const cycle = z.object({ service: z.string(), site: z.string(), stage: z.enum(['', ...STAGES]) });
export type Cycle = z.output<typeof cycle>;

/** An entry of a catalogue, as people read it. */
export interface Entry {
  id: string;
  name: string;
  /** Undefined where it is the same. */
  english?: string | undefined;
}

/** Everything that a case can be placed at. */
export interface Places {
  services: readonly Entry[];
  sites: readonly Entry[];
  stages: readonly Entry[];
}

export const NOWHERE: Cycle = { service: '', site: '', stage: '' };

/** Returns true when nothing of it is known. */
export const isNowhere = ({ service, site, stage }: Cycle): boolean => `${service}${site}${stage}` === '';

/** Returns true when all of it is known. */
export const isWhole = ({ service, site, stage }: Cycle): boolean => ![service, site, stage].includes('');
