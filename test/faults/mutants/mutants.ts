/** Faults put into the code of delivery and storage, each of which the fast tests have to notice. */

export interface Mutant {
  /** What the bot does wrong then. */
  does: string;
  file: string;
  /** Stands in the file once. */
  from: string;
  to: string;
}

const CARRIER = 'src/platform/delivery/carrier.ts';
const DISPATCHER = 'src/platform/delivery/dispatcher.ts';
const RATES = 'src/platform/delivery/rates.ts';
const WINDOWS = 'src/platform/delivery/windows.ts';
const WORK = 'src/platform/delivery/work.ts';
const CASE_STORE = 'src/features/cases/store/case-store.ts';

export const MUTANTS: readonly Mutant[] = [
  {
    does: 'puts no safety net before a commit',
    file: WORK,
    from: 'return this.queue.put(JSON.stringify(item), toSeconds(this.times.safetyNetMs));',
    to: "return { id: '', receipt: '', body: JSON.stringify(item), attempts: 0 };",
  },
  {
    does: 'dispatches nothing in the background and leaves everything to the safety net',
    file: 'src/features/cases/service/commands/case-commits.ts',
    from: "background.run('dispatch', () => work.carry(net, () => dispatch(after.id, fresh)));",
    to: 'void [net, fresh, background, dispatch];',
  },
  {
    does: 'claims a row without its ETag',
    file: CARRIER,
    from: "{ kind: 'replace', row: toRow(item), etag });",
    to: "{ kind: 'upsert', row: toRow(item) });",
  },
  {
    does: 'does not try a notice again',
    file: CARRIER,
    from: '(item.attempts >= MAX_ATTEMPTS && !WAITED_OUT.includes(failure))',
    to: "(failure !== 'ambiguous' || !item.urgent)",
  },
  {
    does: 'treats a failed write of the outcome as a failed notice',
    file: CARRIER,
    from: "await this.#store({ ...claimed, status: 'sent', claimedBy: '', sentAt }, claim, kept);",
    to: `try {
      await this.parts.tables.commit(this.parts.table, [
        { kind: 'replace', row: toRow({ ...claimed, status: 'sent', claimedBy: '', sentAt }), etag: claim },
        ...kept.map((row): Operation => ({ kind: 'upsert', row })),
      ]);
    } catch (error) {
      return this.#fail(claimed, claim, error);
    }`,
  },
  {
    does: 'marks a notice as sent before it sends it',
    file: CARRIER,
    from: 'kept = await handler(claimed);',
    to: `await this.#store({ ...claimed, status: 'sent', claimedBy: '' }, claim);
      kept = await handler(claimed);`,
  },
  {
    does: 'waits for the claims of instances that are gone',
    file: CARRIER,
    from: 'instances.isAlive(claimedBy);',
    to: 'instances.isAlive(instances.me);',
  },
  {
    does: 'does not wait for the claims of instances that live',
    file: CARRIER,
    from: "return claimedBy !== '' && claimedBy !== instances.me && instances.isAlive(claimedBy);",
    to: "return claimedBy === 'nobody' && instances.isAlive(claimedBy);",
  },
  {
    does: 'does not tell the case of a notice that it gives up',
    file: CARRIER,
    from: 'await this.parts.onGivenUp?.(item);',
    to: '',
  },
  {
    does: 'leaves the first card in doubt after an ambiguous answer',
    file: 'src/platform/delivery/notice-effects.ts',
    from: 'throw repeatable(error);',
    to: 'throw error;',
  },
  {
    does: 'repeats an announcement after an ambiguous answer, as often as it fails',
    file: CARRIER,
    from: "failure === 'ambiguous' && !item.urgent",
    to: "failure === 'ambigous' && !item.urgent",
  },
  {
    does: 'stops at a row that only a later version understands',
    file: 'src/platform/delivery/outbox.ts',
    from: 'return outboxRow.safeParse(row).data;',
    to: 'return outboxRow.parse(row);',
  },
  {
    does: 'writes the effects after the event, in a transaction of their own',
    file: CASE_STORE,
    from: "await this.tables.commit('Cases', operations);",
    to: `await this.tables.commit('Cases', operations.slice(0, 2));
      await this.tables.commit('Cases', operations.slice(2));`,
  },
  {
    does: 'takes a commit for failed whose answer was lost',
    file: CASE_STORE,
    from: "if (!isFailure(error, 'exists', 'stale', 'unavailable')) throw error;",
    to: 'throw error;',
  },
  {
    does: 'does not recognise a command that was carried out already',
    file: 'src/features/cases/domain/event.ts',
    from: 'one.actorId === other.actorId && one.commandId === other.commandId',
    to: 'one.actorId === other.actorId && one.commandId === other.commandId && false',
  },
  {
    does: 'ignores Retry-After',
    file: RATES,
    from: 'conversation.blockedUntil = Math.max(conversation.blockedUntil, until);',
    to: 'void until;',
  },
  {
    does: 'sends ten messages a second into one chat',
    file: WINDOWS,
    from: 'windows(7, 8, 60, 1_800)',
    to: 'windows(10, 20, 60, 1_800)',
  },
  {
    does: 'does not count answers',
    file: RATES,
    from: "priority === 'reply' ? [this.#app, all] : [this.#app, all, notices];",
    to: "priority === 'reply' ? [] : [this.#app, all, notices];",
  },
  {
    does: 'drops an answer that Teams does not take in time',
    file: 'src/bot/late-replies.ts',
    from: 'await this.#keep({ kind: REPLY, id, waitedMs: 0, sealed }, inMs);',
    to: 'void sealed;',
  },
  {
    does: 'answers the repetition of a message that is still under way, whatever becomes of it',
    file: 'src/bot/repeats.ts',
    from: 'if (known) return known;',
    to: 'if (known) return { status: 200 };',
  },
  {
    does: 'gives two instances the same block of case numbers',
    file: 'src/platform/storage/change-row.ts',
    from: "stored ? { kind: 'replace', row, etag: stored.etag } : { kind: 'insert', row },",
    to: "{ kind: 'upsert', row },",
  },
  {
    does: 'takes a message out of the queue before the work is done',
    file: WORK,
    from: 'const againInMs = await kind.run(item);',
    to: `await this.queue.remove(message);
      const againInMs = await kind.run(item);`,
  },
  {
    does: 'does not look at the outbox again after a notice was put off',
    file: DISPATCHER,
    from: 'return waits.length === 0 ? undefined : Math.min(...waits);',
    to: 'return undefined;',
  },
];
