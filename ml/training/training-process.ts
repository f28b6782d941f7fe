/** The process that makes one model: it is sent the plan, and sends how far it is and then the file. */
import { make } from './make.js';
import type { Plan } from './plans.js';

export type Message = { done: number; of: number } | { made: Uint8Array };

process.once('message', (plan) => {
  const made = make(plan as Plan, (done, of) => process.send?.({ done, of } satisfies Message));
  process.send?.({ made } satisfies Message, () => process.disconnect());
});
