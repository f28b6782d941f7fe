/** The API for the page of the local Teams. */
import { z } from 'zod';
import type { HttpResponse, HttpRoute } from '../platform/pages/route.js';
import type { Person } from '../platform/people/person.js';
import { BOT, type Chats, GUEST, TEAM } from './chats.js';
import type { Client } from './client.js';
import type { Wire } from './wire.js';

/** Somebody in a chat. */
const place = z.object({ personId: z.string(), conversationId: z.string() });
const said = place.extend({
  text: z.string().max(28_000),
  key: z.uuid().optional(),
});
const dialog = place.extend({
  commandId: z.string(),
  /** Of a command in the menu of a message. */
  messageId: z.string().optional(),
  /** Omitted to open the dialog. */
  data: z.record(z.string(), z.unknown()).optional(),
});
const search = place.extend({
  commandId: z.string(),
  text: z.string(),
  skip: z.number().int(),
  count: z.number().int(),
});
const shared = place.extend({
  card: z.looseObject({ type: z.literal('AdaptiveCard') }),
});
const task = place.extend({
  messageId: z.string(),
  phase: z.enum(['fetch', 'submit']),
  data: z.record(z.string(), z.unknown()),
});
const acted = place.extend({
  messageId: z.string(),
  action: z.object({
    kind: z.enum(['execute', 'submit']),
    verb: z.string(),
    title: z.string(),
    data: z.record(z.string(), z.unknown()),
    trigger: z.enum(['manual', 'automatic']),
  }),
});

const attended = place.extend({ isIn: z.boolean(), isGuest: z.boolean() });

/** @param openPage opens «mi página» for a person. */
export function pageRoutes(
  chats: Chats,
  client: Client,
  wire: Wire,
  openPage: (personId: string) => Promise<HttpResponse>,
): HttpRoute[] {
  const personOf = (id: string): Person | undefined => chats.people.find((person) => person.id === id);
  const placeOf = (input: z.output<typeof place> | undefined) => {
    const person = input && personOf(input.personId);
    const conversation = input && chats.conversations.get(input.conversationId);
    return person && conversation && { person, conversation };
  };
  return [
    {
      method: 'get',
      path: '/local/state',
      handle: async () => ({
        status: 200,
        json: {
          bot: BOT,
          team: TEAM,
          people: chats.people,
          conversations: [...chats.conversations.values()],
          messages: chats.messages,
          guest: GUEST,
          present: [...chats.conversations.keys()].flatMap((conversationId) =>
            chats.presentIn(conversationId).map((id) => ({ conversationId, id })),
          ),
        },
      }),
    },
    {
      method: 'get',
      path: '/local/tab',
      handle: async ({ query }) => {
        const person = personOf(query.get('person') ?? '');
        return person ? openPage(person.id) : { status: 400 };
      },
    },
    { method: 'get', path: '/local/events', handle: async () => ({ open: (send) => chats.listen(send) }) },
    { method: 'get', path: '/local/wire', handle: async () => ({ open: (send) => wire.follow(send) }) },
    {
      method: 'post',
      path: '/local/messages',
      handle: async ({ body }) => {
        const input = said.safeParse(body);
        const at = placeOf(input.data);
        if (!input.success || !at) return { status: 400 };
        await client.write(at.person, at.conversation, input.data.text, input.data.key);
        return { status: 200, json: {} };
      },
    },
    {
      method: 'post',
      path: '/local/meetings',
      handle: async ({ body }) => {
        const input = attended.safeParse(body);
        const at = placeOf(input.data);
        if (!input.success || !at) return { status: 400 };
        const { isIn, isGuest } = input.data;
        await client.attend(at.conversation, isGuest ? undefined : at.person, isIn);
        return { status: 200, json: {} };
      },
    },
    {
      method: 'post',
      path: '/local/dialogs',
      handle: async ({ body }) => {
        const input = dialog.safeParse(body);
        if (!input.success) return { status: 400 };
        const { conversationId, commandId, messageId, data } = input.data;
        const at = placeOf(input.data);
        if (!at) return { status: 400 };
        const { person, conversation } = at;
        const message = messageId === undefined ? undefined : chats.find(conversationId, messageId);
        const open = () =>
          message
            ? client.openDialogOn(person, message, commandId)
            : client.openDialog(person, conversation, commandId);
        const outcome = await (data ? client.submitDialog(person, conversation, commandId, data) : open());
        return { status: 200, json: outcome };
      },
    },
    {
      method: 'post',
      path: '/local/searches',
      handle: async ({ body }) => {
        const input = search.safeParse(body);
        const at = placeOf(input.data);
        if (!input.success || !at) return { status: 400 };
        return { status: 200, json: await client.search(at.person, at.conversation, input.data) };
      },
    },
    {
      method: 'post',
      path: '/local/cards',
      handle: async ({ body }) => {
        const input = shared.safeParse(body);
        const at = placeOf(input.data);
        if (!input.success || !at) return { status: 400 };
        client.share(at.person, at.conversation, input.data.card);
        return { status: 200, json: {} };
      },
    },
    {
      method: 'post',
      path: '/local/tasks',
      handle: async ({ body }) => {
        const input = task.safeParse(body);
        if (!input.success) return { status: 400 };
        const { personId, conversationId, messageId, phase, data } = input.data;
        const person = personOf(personId);
        const message = chats.find(conversationId, messageId);
        if (!person || !message) return { status: 400 };
        return { status: 200, json: await client.task(person, message, phase, data) };
      },
    },
    {
      method: 'post',
      path: '/local/actions',
      handle: async ({ body }) => {
        const input = acted.safeParse(body);
        if (!input.success) return { status: 400 };
        const { personId, conversationId, messageId, action } = input.data;
        const person = personOf(personId);
        const message = chats.find(conversationId, messageId);
        if (!person || !message) return { status: 400 };
        return { status: 200, json: await client.act(person, message, action) };
      },
    },
  ];
}
