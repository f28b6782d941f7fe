/** The targets of the setting `WEBHOOKS`: other systems that are told what happens. */
import type { BlockList } from 'node:net';
import { z } from 'zod';
import { rangesOf } from './addresses.js';

/** With the effects of an event, all rows have to fit into one transaction. */
const MOST_TARGETS = 5;
const SECRET_BYTES = { least: 24, most: 64 };

export interface WebhookTarget {
  name: string;
  url: string;
  /** One signs; while a secret is changed, the former one signs beside it. */
  secrets: Buffer[];
  events: string[];
  /** Only of these topics; all where it is empty. */
  topics: string[];
  /** Whether it gets the name of who is to act. Nobody gets the reporter's. */
  names: boolean;
  /** Private ranges in which its address may be. */
  named: BlockList;
}

const secret = z
  .string()
  .regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'write "whsec_" and 24 to 64 bytes in base64')
  .transform((value) => Buffer.from(value.slice('whsec_'.length), 'base64'))
  .refine(
    ({ length }) => length >= SECRET_BYTES.least && length <= SECRET_BYTES.most,
    'a secret has 24 to 64 bytes',
  );

const ranges = z.array(z.string()).transform((value, context) => {
  try {
    return rangesOf(value);
  } catch {
    context.addIssue({ code: 'custom', message: 'private: write ranges as 10.1.0.0/16' });
    return z.NEVER;
  }
});

const target = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  url: z.url({ protocol: /^https$/ }).refine((value) => {
    const { username, password } = new URL(value);
    return `${username}${password}` === '';
  }, 'no password in the address'),
  secrets: z.array(secret).min(1).max(2),
  events: z.array(z.string()).min(1),
  topics: z.array(z.string()).default([]),
  names: z.boolean().default(false),
  private: ranges.default(rangesOf([])),
});

/** JSON. No error message repeats a secret. */
export const webhookTargets = z
  .string()
  .transform((value, context): unknown => {
    try {
      return JSON.parse(value);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON' });
      return z.NEVER;
    }
  })
  .pipe(z.array(target).max(MOST_TARGETS))
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, 'two targets have the same name')
  .transform((all): WebhookTarget[] => all.map(({ private: named, ...one }) => ({ ...one, named })));
