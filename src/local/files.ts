/** Stores the files that people of the local Teams send, like their OneDrive. */
import { randomUUID } from 'node:crypto';
import type { HttpRoute } from '../platform/pages/route.js';
import type { Chats } from './chats.js';
import type { Client } from './client.js';

/** More than the bot accepts, so that the bot refuses it. */
const MAX_BYTES = 12 * 1024 * 1024;
const PATH = '/local/files';

export function fileRoutesOfTeams(chats: Chats, client: Client, address: () => string): HttpRoute[] {
  const files = new Map<string, Buffer>();
  return [
    {
      method: 'post',
      path: PATH,
      handle: async (request) => {
        const person = chats.people.find(({ id }) => id === request.query.get('personId'));
        const conversation = chats.conversations.get(request.query.get('conversationId') ?? '');
        const content = await request.read(MAX_BYTES);
        if (!person || !conversation || !content) return { status: 400 };
        const id = randomUUID();
        files.set(id, content);
        const name = request.query.get('name') ?? '';
        const key = request.query.get('key') ?? undefined;
        await client.sendFile(person, conversation, { name, url: `${address()}${PATH}/${id}`, key });
        return { status: 200, json: {} };
      },
    },
    {
      method: 'get',
      path: `${PATH}/:id`,
      handle: async ({ params }) => {
        const content = files.get(params.id ?? '');
        return content ? { status: 200, content, type: 'application/octet-stream' } : { status: 404 };
      },
    },
  ];
}
