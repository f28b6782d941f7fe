import { z } from 'zod';

/** The time limit for each step of a case, by its level. */
export type StepTimes = Record<'high' | 'medium' | 'low', StepTime>;

interface StepTime {
  /** Hours to accept: clock hours for high, business hours for the other levels. */
  acceptHours: number;
  /** Business days to close. */
  closeDays: number;
}

/**
 * The policy says only "oportunamente" (section `aseguramiento-colaborador`); these numbers make it
 * measurable.
 */
export const DEFAULT_STEP_TIMES: StepTimes = {
  high: { acceptHours: 1, closeDays: 2 },
  medium: { acceptHours: 8, closeDays: 5 },
  low: { acceptHours: 24, closeDays: 10 },
};

/** Business hours in which the level of a case is to be confirmed, before others are told. */
export const DEFAULT_CONFIRM_HOURS = 4;

/** Hours by the clock in which a health claim is to be resolved, by its priority. */
export type HealthHours = Record<'vital' | 'prioritised' | 'simple', number>;

/** Circular 2023151000000010-5 of the Superintendencia Nacional de Salud. */
const HEALTH_HOURS: HealthHours = { vital: 24, prioritised: 48, simple: 72 };

/** `off`, `on`, or hours of one's own: `vital=24,prioritised=48,simple=72`. */
export const healthHours = z.union([
  z.literal('off').transform(() => undefined),
  z.literal('on').transform(() => HEALTH_HOURS),
  z
    .string()
    .regex(/^vital=[1-9]\d{0,2},prioritised=[1-9]\d{0,2},simple=[1-9]\d{0,2}$/)
    .transform((value): HealthHours => {
      const [vital = 0, prioritised = 0, simple = 0] = value.match(/\d+/g)?.map(Number) ?? [];
      return { vital, prioritised, simple };
    }),
]);

/** `high=1/2,medium=8/5,low=24/10`: hours to accept and business days to close, for each level. */
export const stepTimes = z
  .string()
  .regex(/^high=\d+\/\d+,medium=\d+\/\d+,low=\d+\/\d+$/)
  .transform((value): StepTimes => {
    const [high, medium, low] = value.split(',').map((part) => {
      const [acceptHours = 0, closeDays = 0] = part.split('=')[1]?.split('/').map(Number) ?? [];
      return { acceptHours, closeDays };
    }) as [StepTime, StepTime, StepTime];
    return { high, medium, low };
  })
  .refine((times) => Object.values(times).every((each) => each.acceptHours > 0 && each.closeDays > 0));
