import assert from 'node:assert/strict';
import { type Case, STATES } from '../../../../../src/features/cases/domain/case.js';
import type { CommandType } from '../../../../../src/features/cases/domain/commands.js';
import type { Assignee } from '../../../../../src/features/cases/domain/event.js';
import {
  type CaseRole,
  may,
  maySeeReporter,
  mayView,
  rolesIn,
  SYSTEM,
  WHO,
} from '../../../../../src/features/cases/domain/permissions.js';
import { ROLES } from '../../../../../src/platform/people/person.js';
import { aCase, aPerson, aReport, LEADER, REPORTER } from '../../../../support/fixtures.js';

const TO_LEADER: Assignee = { kind: 'person', id: LEADER };
const TO_TEAM: Assignee = { kind: 'humanization' };

const VIEWERS = {
  reporter: aPerson(REPORTER),
  leader: aPerson(LEADER, { roles: ['leader'] }),
  'another leader': aPerson('other-leader', { roles: ['leader'] }),
  humanization: aPerson('team', { roles: ['humanization'] }),
  admin: aPerson('admin', { roles: ['admin', 'trainer'] }),
  'the superior of the leader': aPerson('above', { roles: ['leader'] }),
  'a leader who had it': aPerson('former', { roles: ['leader'] }),
  'one of the team who had it': aPerson('former', { roles: ['humanization'] }),
  'a reporter of the team': aPerson(REPORTER, { roles: ['humanization'] }),
  'the superior who is involved': aPerson('involved', { roles: ['leader'] }),
  'one of the team who is involved': aPerson('involved', { roles: ['humanization'] }),
  'a deadline': SYSTEM,
} as const;
type Viewer = keyof typeof VIEWERS;

/** What each is to a case that is with the leader, and to one that is with the team. */
const EXPECTED: Record<Viewer, { leader: CaseRole[]; team: CaseRole[] }> = {
  reporter: { leader: ['reporter'], team: ['reporter'] },
  leader: { leader: ['assignee'], team: [] },
  'another leader': { leader: [], team: [] },
  humanization: { leader: ['humanization'], team: ['assignee', 'humanization'] },
  admin: { leader: [], team: [] },
  'the superior of the leader': { leader: [], team: [] },
  'a leader who had it': { leader: ['former'], team: ['former'] },
  'one of the team who had it': { leader: ['humanization'], team: ['assignee', 'humanization'] },
  // Nobody decides about what they have reported themselves, nor about what they are said to be involved in.
  'a reporter of the team': { leader: ['reporter'], team: ['reporter'] },
  'the superior who is involved': { leader: [], team: [] },
  'one of the team who is involved': { leader: [], team: [] },
  'a deadline': { leader: ['system'], team: ['system'] },
};

const COMMANDS = Object.keys(WHO) as CommandType[];
const caseWith = (assignee: Assignee, more: Partial<Case> = {}) =>
  aCase({ assignee, formerIds: ['former'], excludedIds: ['involved'], ...more });

describe('who is what to a case', () => {
  for (const name of Object.keys(VIEWERS) as Viewer[]) {
    for (const [kind, assignee] of [
      ['leader', TO_LEADER],
      ['team', TO_TEAM],
    ] as const) {
      const roles = EXPECTED[name][kind];
      const viewer = VIEWERS[name];
      it(`counts ${name} as ${roles.join(', ') || 'nobody'} when it is with the ${kind}`, () => {
        const subject = caseWith(assignee);
        assert.deepEqual([...rolesIn(subject, viewer)].sort(), [...roles].sort());
        assert.equal(
          mayView(subject, viewer),
          roles.some((role) => role !== 'former'),
        );
      });

      it(`lets ${name} do only what is theirs when it is with the ${kind}`, () => {
        for (const state of STATES) {
          const subject = caseWith(assignee, {
            state,
            question: 'when?',
            report: aReport({ confidential: true }),
          });
          for (const command of COMMANDS) {
            const isTheirs = WHO[command].some((role) => roles.includes(role));
            if (may(subject, viewer, command)) assert.ok(isTheirs, `${state} ${command}`);
          }
        }
      });
    }
  }

  it('gives no right by a role of the directory other than humanization', () => {
    const others = ROLES.filter((role) => role !== 'humanization');
    assert.equal(mayView(caseWith(TO_TEAM), aPerson('somebody', { roles: others })), false);
  });

  it('takes the case from a leader once it has gone to the team', () => {
    const gone = caseWith(TO_TEAM, { formerIds: [LEADER] });
    assert.equal(mayView(caseWith(TO_LEADER), VIEWERS.leader), true);
    assert.equal(mayView(gone, VIEWERS.leader), false);
    assert.deepEqual(rolesIn(gone, VIEWERS.leader), ['former']);
  });

  it('gives it back to whoever has it once more', () => {
    assert.deepEqual(rolesIn(caseWith(TO_LEADER, { formerIds: [LEADER] }), VIEWERS.leader), ['assignee']);
  });

  it('lets nobody but a deadline be one, and no person act as one', () => {
    for (const command of ['climb', 'remind', 'note-undelivered'] as const) {
      for (const [name, viewer] of Object.entries(VIEWERS)) {
        assert.equal(may(caseWith(TO_LEADER), viewer, command), name === 'a deadline', `${name} ${command}`);
      }
    }
  });
});

describe('what may be done as things stand', () => {
  const { reporter, humanization } = VIEWERS;

  it('is an answer only where a question is open', () => {
    assert.equal(may(caseWith(TO_LEADER), reporter, 'reply'), false);
    assert.equal(may(caseWith(TO_LEADER, { question: 'when?' }), reporter, 'reply'), true);
  });

  it('is a hold or its release, never both', () => {
    for (const held of [true, false]) {
      assert.equal(may(caseWith(TO_LEADER, { held }), humanization, 'hold'), !held);
      assert.equal(may(caseWith(TO_LEADER, { held }), humanization, 'release'), held);
    }
  });

  it('is the opening of an identity only where it is not known yet', () => {
    const report = aReport({ confidential: true });
    assert.equal(may(caseWith(TO_LEADER), humanization, 'identify'), false);
    assert.equal(may(caseWith(TO_LEADER, { report }), humanization, 'identify'), true);
    assert.equal(
      may(caseWith(TO_LEADER, { report, identifiedBy: ['team'] }), humanization, 'identify'),
      false,
    );
    assert.equal(
      may(caseWith(TO_LEADER, { report, identifiedBy: ['other'] }), humanization, 'identify'),
      true,
    );
  });
});

describe('who may know the reporter', () => {
  const confidential = (more: Partial<Case> = {}) =>
    caseWith(TO_LEADER, { report: aReport({ confidential: true }), ...more });

  it('is everybody who sees an open case', () => {
    for (const viewer of Object.values(VIEWERS))
      assert.equal(maySeeReporter(caseWith(TO_LEADER), viewer), true);
  });

  it('is only the reporter in a confidential case, whoever it is with', () => {
    for (const assignee of [TO_LEADER, TO_TEAM]) {
      for (const viewer of Object.values(VIEWERS)) {
        assert.equal(maySeeReporter(confidential({ assignee }), viewer), viewer.id === REPORTER, viewer.id);
      }
    }
  });

  it('is whoever of the team has opened the identity, and only as long as they are of the team', () => {
    const opened = confidential({ identifiedBy: ['team', LEADER, 'involved'] });
    assert.equal(maySeeReporter(opened, VIEWERS.humanization), true);
    assert.equal(maySeeReporter(opened, aPerson('other-of-team', { roles: ['humanization'] })), false);
    assert.equal(maySeeReporter(opened, VIEWERS.leader), false);
    assert.equal(maySeeReporter(opened, aPerson('team', { roles: ['leader'] })), false);
    assert.equal(maySeeReporter(opened, VIEWERS['one of the team who is involved']), false);
  });
});
