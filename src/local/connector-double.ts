/** Implements the part of the Bot Connector's API that a Teams bot calls, on the local chats. */
import { z } from 'zod';
import type { HttpRequest, HttpResponse, HttpRoute } from '../platform/pages/route.js';
import { BOT, type ChatMessage, type Chats, type Conversation, channelId, TEAM } from './chats.js';

export const CONNECTOR_PATH = '/connector';
const CARD = 'application/vnd.microsoft.card.adaptive';
const PAGE = 50;

const activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  recipient: z.looseObject({ id: z.string() }).optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.looseObject({}).optional() }))
    .optional(),
  entities: z.array(z.looseObject({ type: z.string() })).optional(),
});
const messageEntity = z.object({
  type: z.literal('https://schema.org/Message'),
  additionalType: z.array(z.string()).default([]),
  usageInfo: z
    .object({ '@type': z.literal('CreativeWork'), name: z.string(), description: z.string() })
    .transform(({ name, description }) => ({ name, description }))
    .optional(),
  citation: z
    .array(z.object({ appearance: z.object({ name: z.string(), abstract: z.string() }) }))
    .default([]),
});
const creation = z.object({ members: z.array(z.object({ id: z.string() })).min(1) });

export function connectorRoutes(chats: Chats): HttpRoute[] {
  const base = `${CONNECTOR_PATH}/v3/conversations`;
  const withConversation =
    (handle: (conversation: Conversation, request: HttpRequest) => HttpResponse) =>
    async (request: HttpRequest): Promise<HttpResponse> => {
      const conversation = chats.conversations.get(request.params.conversation ?? '');
      return conversation ? handle(conversation, request) : failure(404, 'ConversationNotFound');
    };
  const post = withConversation((conversation, request) => postActivity(chats, conversation, request));
  return [
    { method: 'post', path: base, handle: async (request) => createConversation(chats, request.body) },
    { method: 'post', path: `${base}/:conversation/activities`, handle: post },
    { method: 'post', path: `${base}/:conversation/activities/:activity`, handle: post },
    {
      method: 'put',
      path: `${base}/:conversation/activities/:activity`,
      handle: withConversation((conversation, request) => {
        const before = chats.find(conversation.id, request.params.activity ?? '');
        const parsed = activity.safeParse(request.body);
        if (!before) return failure(404, 'ActivityNotFoundInConversation');
        if (!parsed.success) return failure(400, 'BadSyntax');
        const message: ChatMessage = { ...before, ...contentOf(parsed.data), views: {}, edited: true };
        chats.record({ kind: 'updated', message });
        return { status: 200, json: { id: before.id } };
      }),
    },
    {
      method: 'del',
      path: `${base}/:conversation/activities/:activity`,
      handle: withConversation((conversation, request) => {
        const message = chats.find(conversation.id, request.params.activity ?? '');
        if (!message) return failure(404, 'ActivityNotFoundInConversation');
        chats.record({ kind: 'deleted', conversationId: conversation.id, id: message.id });
        return { status: 200 };
      }),
    },
    {
      method: 'get',
      path: `${CONNECTOR_PATH}/v3/teams/:team/conversations`,
      handle: async ({ params }) => {
        if (params.team !== TEAM.id) return failure(404, 'TeamNotFound');
        const channels = [...chats.conversations.values()].filter(({ kind }) => kind === 'channel');
        // The channel that every team has comes without a name.
        return { status: 200, json: { conversations: channels.map(({ id }) => ({ id })) } };
      },
    },
    {
      method: 'get',
      path: `${base}/:conversation/members`,
      handle: withConversation((conversation) => ({ status: 200, json: membersOf(chats, conversation) })),
    },
    {
      method: 'get',
      path: `${base}/:conversation/members/:member`,
      handle: withConversation((conversation, { params }) => {
        const member = membersOf(chats, conversation).find(
          ({ id, aadObjectId }) => id === params.member || aadObjectId === params.member,
        );
        return member ? { status: 200, json: member } : failure(404, 'MemberNotFoundInConversation');
      }),
    },
    {
      method: 'get',
      path: `${base}/:conversation/pagedmembers`,
      handle: withConversation((conversation, { query }) => {
        const from = Number(query.get('continuationToken') ?? 0);
        const size = Number(query.get('pageSize') ?? PAGE);
        const members = membersOf(chats, conversation);
        const next = from + size < members.length ? String(from + size) : undefined;
        return { status: 200, json: { members: members.slice(from, from + size), continuationToken: next } };
      }),
    },
  ];
}

function createConversation(chats: Chats, body: unknown): HttpResponse {
  const parsed = creation.safeParse(body);
  const conversation = parsed.success ? chats.personalOf(parsed.data.members[0]?.id ?? '') : undefined;
  return conversation
    ? { status: 201, json: { id: conversation.id } }
    : failure(403, 'BotNotInConversationRoster');
}

function postActivity(
  chats: Chats,
  conversation: Conversation,
  { body, query }: Pick<HttpRequest, 'body' | 'query'>,
): HttpResponse {
  const parsed = activity.safeParse(body);
  if (!parsed.success) return failure(400, 'BadSyntax');
  const isTargeted = query.get('isTargetedActivity') === 'true';
  const onlyFor = isTargeted ? parsed.data.recipient?.id.replace(/^29:/, '') : undefined;
  if (isTargeted && !conversation.members.some((id) => id === onlyFor)) return failure(400, 'Bad argument');
  const id = chats.nextId();
  if (parsed.data.type === 'typing') {
    chats.record({ kind: 'typing', conversationId: conversation.id });
    return { status: 201, json: { id } };
  }
  const message: ChatMessage = {
    id,
    conversationId: conversation.id,
    from: BOT.id,
    at: chats.clock().toISOString(),
    ...contentOf(parsed.data),
    views: {},
    edited: false,
    ...(onlyFor !== undefined && { onlyFor }),
  };
  chats.record({ kind: 'posted', message });
  return { status: 201, json: { id } };
}

function contentOf(
  parsed: z.output<typeof activity>,
): Pick<ChatMessage, 'text' | 'card' | 'citations' | 'aiLabel' | 'sensitivity'> {
  const card = parsed.attachments?.find((attachment) => attachment.contentType === CARD)?.content;
  const about = parsed.entities?.flatMap((entity) => messageEntity.safeParse(entity).data ?? []) ?? [];
  return {
    text: parsed.text,
    card,
    citations: about.flatMap(({ citation }) => citation.map(({ appearance }) => appearance)),
    sensitivity: about.find(({ usageInfo }) => usageInfo)?.usageInfo,
    aiLabel: about.some(({ additionalType }) => additionalType.includes('AIGeneratedContent')),
  };
}

function membersOf(chats: Chats, conversation: Conversation) {
  return chats.people
    .filter(({ id }) => conversation.members.includes(id))
    .map(({ id, name, email }) => ({
      id: channelId(id),
      aadObjectId: id,
      name,
      email,
      userPrincipalName: email,
    }));
}

function failure(status: number, code: string): HttpResponse {
  return { status, json: { error: { code, message: code } } };
}
