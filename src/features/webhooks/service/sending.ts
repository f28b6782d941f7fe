/** Tells one target of one event, from the outbox of the case: again until it is taken, for some days. */
import { createHash } from 'node:crypto';
import type { FeatureContext } from '../../../feature.js';
import type { EffectHandler } from '../../../platform/delivery/carrier.js';
import { DeliveryError } from '../../../platform/delivery/channel.js';
import { type Effect, OUTSIDE } from '../../../platform/delivery/outbox.js';
import { type Answer, post } from '../../../platform/outside/post.js';
import type { WebhookTarget } from '../../../platform/outside/targets.js';
import type { StepToTell } from '../../cases/index.js';
import { type Case, type CaseStore, caseAt, eventOf, isUndone, unlessAhead } from '../../cases/index.js';
import { signed } from '../domain/signature.js';
import type { StoppedTargets } from '../store/stopped.js';
import { mayBeTold, messageOf, nameOf } from './messages.js';

export const WEBHOOK = 'case.webhook';
const TIMEOUT_MS = 10_000;
/** For this long, a target may be away. */
const TRIED_MS = 3 * 24 * 3_600_000;
const GONE = 410;
const TOO_MANY = 429;

export interface SendingParts extends Pick<FeatureContext, 'names' | 'clock' | 'log'> {
  targets: readonly WebhookTarget[];
  store: CaseStore;
  stopped: StoppedTargets;
}

/** The rows of an event, one for each target that is told of it, once it cannot be taken back any more. */
export function rowsFor(
  targets: readonly WebhookTarget[],
  { event, after, settledAt }: StepToTell,
): Effect[] {
  return targets
    .filter((target) => isFor(target, event, after))
    .map(({ name }) => ({
      kind: WEBHOOK,
      target: `${OUTSIDE}${name}`,
      urgent: false,
      ...(settledAt && { notBefore: settledAt }),
    }));
}

type Told = StepToTell['event'];

function isFor({ events, topics }: WebhookTarget, event: Told, subject: Case): boolean {
  const name = nameOf(event);
  const isOfTopic = topics.length === 0 || topics.includes(subject.report.topic);
  return name !== undefined && events.includes(name) && isOfTopic && mayBeTold(subject);
}

export function sending(parts: SendingParts): EffectHandler {
  const { targets, store, stopped, names, clock, log } = parts;
  return unlessAhead(store, async (item, { events }) => {
    const target = targets.find(({ name }) => item.target === `${OUTSIDE}${name}`);
    const event = eventOf(item, events);
    const subject = event && caseAt(events, event.seq);
    // What the settings say now counts, and what became of the case.
    if (!target || !event || !subject || !isFor(target, event, subject)) return [];
    if (isUndone(events, event) || (await stopped.has(target))) return [];
    const type = nameOf(event);
    if (!type) return [];
    const { assignee } = subject;
    const isNamed = target.names && assignee.kind === 'person';
    const name = isNamed ? await names.of(assignee.id) : undefined;
    const body = JSON.stringify(messageOf(type, event, subject, name));
    const id = idOf(item.partitionKey, event.seq);
    const ids = { case: item.partitionKey, webhook: target.name };
    const answer = await asked(target, { id, at: clock(), body }).catch((err: unknown) => {
      log.warn({ ...ids, err }, 'a webhook was not answered');
      return undefined;
    });
    if (answer?.status === GONE) {
      if (await stopped.add(target, clock()))
        log.error(ids, 'the target of a webhook is gone; it gets no more');
      return [];
    }
    if (answer && answer.status >= 200 && answer.status < 300) return [];
    if (answer) log.warn({ ...ids, status: answer.status }, 'a webhook was not taken');
    throw failureOf(answer, clock().getTime() - Date.parse(event.at));
  });
}

function asked(target: WebhookTarget, message: { id: string; at: Date; body: string }): Promise<Answer> {
  return post({
    url: target.url,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'humanizacion-bot',
      ...signed(message, target.secrets),
    },
    body: message.body,
    named: target.named,
    timeoutMs: TIMEOUT_MS,
  });
}

function failureOf(answer: Answer | undefined, ageMs: number): DeliveryError {
  if (ageMs > TRIED_MS) return new DeliveryError('refused');
  const waitMs = answer?.retryAfter === undefined ? undefined : answer.retryAfter * 1_000;
  return new DeliveryError(answer?.status === TOO_MANY ? 'throttled' : 'unavailable', waitMs);
}

/** The same each time that an event is sent, so that a receiver knows it again. It does not tell the id of the case. */
const idOf = (caseId: string, seq: number): string =>
  `msg_${createHash('sha256').update(`${caseId}:${seq}`).digest('base64url')}`;
