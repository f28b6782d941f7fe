/** Parses what Teams sends, before anything else happens with it. */
import { z } from 'zod';
import type { NewId } from '../platform/clock.js';
import type { Actor } from '../turn.js';

/** Longer than any id in Teams; shorter than the limit of a table key. */
const id = z.string().min(1).max(400);
const account = z.object({
  id,
  name: z.string().max(1_000).optional(),
  aadObjectId: z
    .guid()
    .transform((value) => value.toLowerCase())
    .optional()
    .catch(undefined),
});
/** People's words, cut at a length that nobody can type in Teams. */
const text = z.string().transform((value) => value.slice(0, 40_000));
const record = z.record(z.string(), z.unknown());

/** Some clients send null for fields that they leave out. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null))
    : value;
const person = z.preprocess(withoutNulls, account);

const activity = z.object({
  type: z.string().min(1).max(100),
  id: id.optional(),
  name: z.string().max(200).optional(),
  action: z.string().max(100).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(1_000),
  from: person,
  recipient: z
    .preprocess(
      withoutNulls,
      // The bot is the only other one who sees the message: «/Humanización …».
      account.partial().extend({ isTargeted: z.boolean().optional().catch(undefined) }),
    )
    .optional(),
  conversation: z.preprocess(
    withoutNulls,
    z.object({
      id,
      conversationType: z.enum(['personal', 'groupChat', 'channel']).optional().catch(undefined),
      tenantId: z.string().max(100).optional(),
    }),
  ),
  channelData: z
    .looseObject({
      tenant: z.looseObject({ id: z.string().max(100).optional() }).optional(),
      eventType: z.string().max(100).optional(),
      team: z
        .looseObject({ id, name: z.string().max(1_000).optional() })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  timestamp: z.iso.datetime({ offset: true }).optional().catch(undefined),
  text: text.optional().catch(undefined),
  replyToId: id.optional(),
  value: z.unknown().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().optional() }))
    .optional()
    .catch(undefined),
  entities: z
    .array(z.looseObject({ type: z.string().optional() }))
    .optional()
    .catch(undefined),
  membersAdded: z.array(account.partial()).optional().catch(undefined),
  reactionsAdded: z.array(z.unknown()).optional().catch(undefined),
});

export type InboundActivity = Omit<z.output<typeof activity>, 'id'> & {
  /** Commands are known by it. */
  id: string;
  /** When it arrived, by `performance.now()`: people wait since then. */
  receivedAt: number;
};

/** @returns undefined when the body is no activity. One without an id gets a new one, so that it is no repetition. */
export function parseActivity(body: unknown, newId: NewId): InboundActivity | undefined {
  const { data } = activity.safeParse(withoutNulls(body));
  return data && { ...data, id: data.id ?? newId(), receivedAt: performance.now() };
}

const execute = z.object({
  action: z.object({ verb: z.string().max(200).optional(), data: record.optional().catch(undefined) }),
});

const dialogValue = z.object({
  commandId: z.string().max(200).optional(),
  data: record.optional().catch(undefined),
});

/** The dialogs that a button of a card opens (`task/…`), and those of a command of the message box. */
const DIALOGS = ['task/fetch', 'task/submit', 'composeExtension/fetchTask', 'composeExtension/submitAction'];

/**
 * Returns the verb and the data of a dialog, when it opens or is submitted. The command of the message box that opens a
 * dialog has the name of a verb; a button brings its verb in its data.
 */
export function dialogOf(
  inbound: InboundActivity,
): { verb: string; input: Record<string, unknown> } | undefined {
  const { type, name = '' } = inbound;
  if (type !== 'invoke' || !DIALOGS.includes(name)) return undefined;
  const parsed = dialogValue.safeParse(inbound.value);
  if (!parsed.success) return { verb: '', input: {} };
  const { commandId = '', data = {} } = parsed.data;
  const isCommand = name === 'composeExtension/fetchTask';
  return isCommand ? { verb: commandId, input: {} } : { verb: verbIn(data), input: data };
}

/** Returns the verb and the data of a card's action, from an Action.Execute or an Action.Submit. */
export function actionOf(
  inbound: InboundActivity,
): { verb: string; input: Record<string, unknown> } | undefined {
  if (inbound.type === 'invoke' && inbound.name === 'adaptiveCard/action') {
    const parsed = execute.safeParse(inbound.value);
    if (!parsed.success) return { verb: '', input: {} };
    const { verb, data = {} } = parsed.data.action;
    return { verb: verb ?? verbIn(data), input: data };
  }
  if (inbound.type === 'message' && !inbound.text?.trim()) {
    const parsed = record.safeParse(inbound.value);
    if (parsed.success && 'verb' in parsed.data) return { verb: verbIn(parsed.data), input: parsed.data };
  }
  return undefined;
}

const opinion = z.object({
  actionName: z.literal('feedback'),
  actionValue: z.object({
    reaction: z.enum(['like', 'dislike']),
    feedback: z.string().max(20_000).catch(''),
  }),
});
const opinionText = z.object({ feedbackText: z.string() });

/** Returns what a person thinks of a message: the thumb below it, and their words. */
export function opinionOf(
  inbound: InboundActivity,
): { verb: string; input: Record<string, unknown> } | undefined {
  if (inbound.type !== 'invoke' || inbound.name !== 'message/submitAction') return undefined;
  const parsed = opinion.safeParse(inbound.value);
  if (!parsed.success) return undefined;
  const { reaction, feedback } = parsed.data.actionValue;
  const useful = reaction === 'like' ? 'yes' : 'no';
  return { verb: 'answer.opinion', input: { useful, comment: wordsIn(feedback) } };
}

/** Teams sends the words as JSON within JSON. */
function wordsIn(feedback: string): string {
  try {
    return opinionText.parse(JSON.parse(feedback)).feedbackText;
  } catch {
    return '';
  }
}

function verbIn(data: Record<string, unknown>): string {
  return typeof data.verb === 'string' ? data.verb : '';
}

/** Returns the text without the mention of the bot. */
export function textOf(inbound: InboundActivity): string {
  const botId = inbound.recipient?.id;
  let written = inbound.text ?? '';
  for (const entity of inbound.entities ?? []) {
    const mention = z
      .object({ text: z.string().min(1), mentioned: z.object({ id: z.string() }) })
      .safeParse(entity);
    if (mention.success && mention.data.mentioned.id === botId) {
      written = written.replaceAll(mention.data.text, ' ');
    }
  }
  return written.replace(/&nbsp;/g, ' ').trim();
}

/** Returns the person who acts; undefined when Teams does not name one. */
export function actorOf({ from }: InboundActivity): Actor | undefined {
  return from.aadObjectId === undefined ? undefined : { id: from.aadObjectId, name: from.name ?? '' };
}

export function isPersonal({ conversation }: InboundActivity): boolean {
  return conversation.conversationType === 'personal';
}

/** Returns true for a command of the message box or of a message: its conversation is any chat of the person. */
export function isOfExtension({ type, name = '' }: Pick<InboundActivity, 'type' | 'name'>): boolean {
  return type === 'invoke' && name.startsWith('composeExtension/');
}
