import { randomUUID } from 'node:crypto';
import { LOCAL_TENANT } from '../../src/settings.js';
import type { World } from './world.js';

/** An activity as Teams sends it from Ana's chat; `changes` override its fields. */
export function activity(world: World, changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { person, conversation } = world.person('Ana');
  return {
    type: 'message',
    id: `f:${randomUUID()}`,
    channelId: 'msteams',
    serviceUrl: `${world.address}/connector/`,
    from: { id: `29:${person.id}`, aadObjectId: person.id, name: person.name },
    recipient: { id: '28:humanizacion-local', name: 'Humanización' },
    conversation: { id: conversation.id, conversationType: 'personal', tenantId: LOCAL_TENANT },
    channelData: { tenant: { id: LOCAL_TENANT } },
    text: 'hola',
    ...changes,
  };
}

/** The invoke activity of an `Action.Execute`. */
export function execute(
  world: World,
  action: { verb?: string; data?: unknown },
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return activity(world, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    text: undefined,
    value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
    ...changes,
  });
}
