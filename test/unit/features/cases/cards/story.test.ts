import assert from 'node:assert/strict';
import { CaseCards } from '../../../../../src/features/cases/cards/case-card.js';
import { CaseNames, storyOf } from '../../../../../src/features/cases/cards/story.js';
import type { CaseEvent, EventBody } from '../../../../../src/features/cases/domain/event.js';
import { maySeeReporter } from '../../../../../src/features/cases/domain/permissions.js';
import { Renderer } from '../../../../../src/platform/cards/renderer.js';
import { readServiceCycle } from '../../../../../src/platform/impact/service-cycle.js';
import { Names } from '../../../../../src/platform/people/names.js';
import type { Directory, Person } from '../../../../../src/platform/people/person.js';
import {
  aCase,
  aPerson,
  aReport,
  bogota,
  LEADER,
  REPORTER,
  reportedBody,
} from '../../../../support/fixtures.js';
import { HELPLINES } from '../../../../support/host.js';

const NOW = bogota('2026-11-24 12:00');
const DUE = { dueAt: '2026-11-28T15:00:00.000Z', remindAt: '2026-11-26T15:00:00.000Z' };
const UP = { assignee: { kind: 'person', id: 'above' }, assigneeRole: 'next-superior' } as const;
const SECRET = 'Secreta Pérez';
const directory: Directory = {
  find: async (id) => aPerson(id, { name: id === REPORTER ? SECRET : `Name of ${id}` }),
  withRole: async () => [],
};
const names = new Names(directory, () => NOW);

/** Every kind of event with its actor. Some mention the reporter. */
const EVENTS: [EventBody, string][] = [
  [reportedBody({ report: aReport({ confidential: true }) }), REPORTER],
  [{ type: 'accepted', note: 'a note', ...DUE }, LEADER],
  [{ type: 'rejected', reason: 'a reason' }, LEADER],
  [{ type: 'asked', question: 'a question' }, LEADER],
  [{ type: 'replied', answer: 'an answer' }, REPORTER],
  [{ type: 'added', words: 'some words' }, REPORTER],
  [{ type: 'attached', evidence: { id: 'f', type: 'image/png', size: 1 } }, REPORTER],
  [{ type: 'reclassified', level: 'high', reason: 'a reason', ...DUE }, LEADER],
  [{ type: 'escalated', reason: 'a reason', ...UP, ...DUE }, LEADER],
  [{ type: 'reassigned', reason: 'a reason', ...UP, ...DUE }, 'hernan'],
  [{ type: 'climbed', ...UP, ...DUE }, 'system'],
  [{ type: 'reminded' }, 'system'],
  [{ type: 'lapsed', ...DUE }, 'system'],
  [{ type: 'closed', outcomes: ['process'], summary: 'a summary' }, LEADER],
  [{ type: 'withdrawn', reason: 'a reason' }, REPORTER],
  [{ type: 'contested', reason: 'a reason', ...UP, ...DUE }, REPORTER],
  [{ type: 'reopened', reason: 'a reason', ...DUE }, REPORTER],
  [{ type: 'held', reason: 'a reason' }, 'hernan'],
  [{ type: 'released', reason: 'a reason' }, 'hernan'],
  [{ type: 'identified', reason: 'a reason' }, 'hernan'],
  [{ type: 'undelivered', personId: REPORTER }, 'system'],
];
const events = EVENTS.map(
  ([body, actorId], at): CaseEvent => ({
    seq: at + 1,
    actorId,
    at: NOW.toISOString(),
    commandId: `c${at}`,
    body,
  }),
);
const confidential = (more = {}) => aCase({ report: aReport({ confidential: true }), ...more });
const cards = new CaseCards({
  names,
  renderer: new Renderer(),
  links: {},
  helplines: HELPLINES,
  helpFor: () => [],
  titleOf: (id) => id,
  completing: { places: readServiceCycle() },
});
const leader = aPerson(LEADER, { roles: ['leader'] });
const team = aPerson('hernan', { roles: ['humanization'] });

async function told(event: CaseEvent, viewer: Person, subject = confidential()): Promise<string> {
  const shown = new CaseNames(subject, names, 'es', maySeeReporter(subject, viewer));
  return JSON.stringify(await storyOf([event], shown, 'es'));
}

describe('the story of a confidential case', () => {
  for (const event of events) {
    it(`does not name the reporter to a leader or the team: ${event.body.type}`, async () => {
      for (const viewer of [leader, team]) {
        for (const language of ['es', 'en'] as const) {
          const card = await cards.render(
            { subject: confidential(), events: [event], isAhead: false },
            { viewer, language, now: NOW },
          );
          for (const secret of [SECRET, 'Secreta', REPORTER]) {
            assert.ok(!JSON.stringify(card).includes(secret), `${viewer.id} reads ${secret}`);
          }
        }
        assert.ok(!(await told(event, viewer)).includes(SECRET));
      }
    });
  }

  it('names the reporter to themselves and to team members who revealed the identity', async () => {
    const [reported] = events as [CaseEvent];
    assert.ok((await told(reported, aPerson(REPORTER))).includes(SECRET));
    assert.ok((await told(reported, team, confidential({ identifiedBy: ['hernan'] }))).includes(SECRET));
    assert.ok((await told(reported, leader, aCase())).includes(SECRET), 'an open case');
  });

  it('uses the same placeholder for the reporter everywhere', async () => {
    for (const event of events.filter(({ actorId }) => actorId === REPORTER)) {
      assert.match(await told(event, leader), /Nombre reservado/, event.body.type);
    }
  });
});

describe('the story of a case', () => {
  const shown = new CaseNames(aCase(), names, 'es', true);

  it('shows what, who, when and the text of every kind of event', async () => {
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    for (const event of events) {
      const [line] = await storyOf([event], shown, 'es');
      assert.ok(line && line.what.length > 3, event.body.type);
      assert.equal(plain(line.when), '24 de noviembre, 12:00 p. m.');
      assert.ok(!`${line.what}${line.who}`.includes('undefined'), line.what);
      assert.equal(line.who === '', event.actorId === 'system', `${event.body.type} by ${line.who}`);
    }
    const [, accepted] = await storyOf(events.slice(0, 2), shown, 'es');
    assert.deepEqual(
      [accepted?.what, accepted?.who, accepted?.words],
      ['Aceptado por ', 'Name of leader', 'a note'],
    );
  });

  it('names the new assignee', async () => {
    for (const event of events.filter(({ body }) => 'assignee' in body && body.type !== 'reported')) {
      const [line] = await storyOf([event], shown, 'es');
      assert.match(line?.what ?? '', /Name of above/, event.body.type);
    }
  });

  it('keeps the last twelve lines and cuts long texts', async () => {
    const many = Array.from(
      { length: 20 },
      (_, at): CaseEvent => ({
        seq: at + 1,
        actorId: REPORTER,
        at: NOW.toISOString(),
        commandId: `c${at}`,
        body: { type: 'added', words: `${at} ${'x'.repeat(500)}` },
      }),
    );
    const lines = await storyOf(many, shown, 'es');
    assert.equal(lines.length, 12);
    assert.match(lines[0]?.words ?? '', /^8 x+…$/);
    assert.equal(lines[0]?.words.length, 301);
  });
});
