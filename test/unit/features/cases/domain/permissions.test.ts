import assert from 'node:assert/strict';
import { type Case, STATES } from '../../../../../src/features/cases/domain/case.js';
import type { CommandType } from '../../../../../src/features/cases/domain/commands.js';
import type { Assignee } from '../../../../../src/features/cases/domain/event.js';
import {
  type CaseRole,
  may,
  mayBeAssigned,
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
  'a former assignee': aPerson('former', { roles: ['leader'] }),
  'a former assignee from the team': aPerson('former', { roles: ['humanization'] }),
  'a reporter from the team': aPerson(REPORTER, { roles: ['humanization'] }),
  'the involved superior': aPerson('involved', { roles: ['leader'] }),
  'an involved team member': aPerson('involved', { roles: ['humanization'] }),
  'a deadline': SYSTEM,
} as const;
type Viewer = keyof typeof VIEWERS;

/** The roles of each viewer when the leader is the assignee, and when the team is. */
const EXPECTED: Record<Viewer, { leader: CaseRole[]; team: CaseRole[] }> = {
  reporter: { leader: ['reporter'], team: ['reporter'] },
  leader: { leader: ['assignee'], team: [] },
  'another leader': { leader: [], team: [] },
  humanization: { leader: ['humanization'], team: ['assignee', 'humanization'] },
  admin: { leader: [], team: [] },
  'the superior of the leader': { leader: [], team: [] },
  'a former assignee': { leader: ['former'], team: ['former'] },
  'a former assignee from the team': { leader: ['humanization'], team: ['assignee', 'humanization'] },
  // Nobody decides on a case that they reported or are said to be involved in.
  'a reporter from the team': { leader: ['reporter'], team: ['reporter'] },
  'the involved superior': { leader: [], team: [] },
  'an involved team member': { leader: [], team: [] },
  'a deadline': { leader: ['system'], team: ['system'] },
};

const COMMANDS = Object.keys(WHO) as CommandType[];
const caseWith = (assignee: Assignee, more: Partial<Case> = {}) =>
  aCase({ assignee, formerIds: ['former'], excludedIds: ['involved'], ...more });

describe('the roles in a case', () => {
  for (const name of Object.keys(VIEWERS) as Viewer[]) {
    for (const [kind, assignee] of [
      ['leader', TO_LEADER],
      ['team', TO_TEAM],
    ] as const) {
      const roles = EXPECTED[name][kind];
      const viewer = VIEWERS[name];
      it(`treat ${name} as ${roles.join(' and ') || 'an outsider'} when the ${kind} has the case`, () => {
        const subject = caseWith(assignee);
        assert.deepEqual([...rolesIn(subject, viewer)].sort(), [...roles].sort());
        assert.equal(
          mayView(subject, viewer),
          roles.some((role) => role !== 'former'),
        );
      });

      it(`let ${name} give only commands of their roles when the ${kind} has the case`, () => {
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

  it('give no rights to directory roles other than humanization', () => {
    const others = ROLES.filter((role) => role !== 'humanization');
    assert.equal(mayView(caseWith(TO_TEAM), aPerson('somebody', { roles: others })), false);
  });

  it('take the case from a leader once it goes to the team', () => {
    const gone = caseWith(TO_TEAM, { formerIds: [LEADER] });
    assert.equal(mayView(caseWith(TO_LEADER), VIEWERS.leader), true);
    assert.equal(mayView(gone, VIEWERS.leader), false);
    assert.deepEqual(rolesIn(gone, VIEWERS.leader), ['former']);
  });

  it('make a former assignee the assignee when the case comes back', () => {
    assert.deepEqual(rolesIn(caseWith(TO_LEADER, { formerIds: [LEADER] }), VIEWERS.leader), ['assignee']);
  });

  it('allow system commands to no person', () => {
    for (const command of ['climb', 'remind', 'note-undelivered'] as const) {
      for (const [name, viewer] of Object.entries(VIEWERS)) {
        assert.equal(may(caseWith(TO_LEADER), viewer, command), name === 'a deadline', `${name} ${command}`);
      }
    }
  });
});

describe('the state of a case', () => {
  const { reporter, humanization } = VIEWERS;

  it('allows an answer only to an open question', () => {
    assert.equal(may(caseWith(TO_LEADER), reporter, 'reply'), false);
    assert.equal(may(caseWith(TO_LEADER, { question: 'when?' }), reporter, 'reply'), true);
  });

  it('allows either a hold or its release', () => {
    for (const held of [true, false]) {
      assert.equal(may(caseWith(TO_LEADER, { held }), humanization, 'hold'), !held);
      assert.equal(may(caseWith(TO_LEADER, { held }), humanization, 'release'), held);
    }
  });

  it('allows revealing the identity only if it is not known yet', () => {
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

describe('the identity of the reporter', () => {
  const confidential = (more: Partial<Case> = {}) =>
    caseWith(TO_LEADER, { report: aReport({ confidential: true }), ...more });

  it('is open to everybody if the report is not confidential', () => {
    for (const viewer of Object.values(VIEWERS))
      assert.equal(maySeeReporter(caseWith(TO_LEADER), viewer), true);
  });

  it('is hidden from everybody but the reporter if the report is confidential', () => {
    for (const assignee of [TO_LEADER, TO_TEAM]) {
      for (const viewer of Object.values(VIEWERS)) {
        assert.equal(maySeeReporter(confidential({ assignee }), viewer), viewer.id === REPORTER, viewer.id);
      }
    }
  });

  it('is open to team members who revealed it, while they belong to the team', () => {
    const opened = confidential({ identifiedBy: ['team', LEADER, 'involved'] });
    assert.equal(maySeeReporter(opened, VIEWERS.humanization), true);
    assert.equal(maySeeReporter(opened, aPerson('other-of-team', { roles: ['humanization'] })), false);
    assert.equal(maySeeReporter(opened, VIEWERS.leader), false);
    assert.equal(maySeeReporter(opened, aPerson('team', { roles: ['leader'] })), false);
    assert.equal(maySeeReporter(opened, VIEWERS['an involved team member']), false);
  });
});

describe('the roles in a protected case', () => {
  const TO_ALL: Assignee = { kind: 'protected' };
  const guard = (id: string) => aPerson(id, { roles: ['protected'] });
  const ofTeam = (id: string) => aPerson(id, { roles: ['humanization', 'leader', 'admin', 'trainer'] });
  const guarded = (more: Partial<Case> = {}) => caseWith(TO_ALL, { protectedBy: 'protected', ...more });

  it('belong to those who receive it, and to nobody else of the team', () => {
    assert.deepEqual(rolesIn(guarded(), guard('one')), ['assignee', 'humanization']);
    assert.deepEqual(rolesIn(guarded(), aPerson(REPORTER, { roles: ['protected'] })), ['reporter']);
    for (const viewer of [guard('involved'), ofTeam('other'), aPerson('above', { roles: ['leader'] })]) {
      assert.equal(mayView(guarded(), viewer), false, viewer.id);
    }
  });

  it('belong to the humanization team if it receives the case', () => {
    const all = guarded({ protectedBy: 'humanization' });
    assert.deepEqual(rolesIn(all, ofTeam('other')), ['assignee', 'humanization']);
    assert.equal(mayView(all, guard('one')), false);
  });

  it('stay with one who has it only as long as that person receives such cases', () => {
    const given = guarded({ assignee: { kind: 'person', id: 'one' } });
    assert.deepEqual(rolesIn(given, guard('one')), ['assignee', 'humanization']);
    assert.deepEqual(rolesIn(given, guard('other')), ['humanization']);
    assert.deepEqual(rolesIn(given, ofTeam('one')), []);
  });

  it('let nobody send it up the line, nor give it to others', () => {
    for (const assignee of [TO_ALL, { kind: 'person', id: 'one' } as const]) {
      assert.equal(may(guarded({ assignee }), guard('one'), 'escalate'), false);
      assert.equal(may(guarded({ assignee }), guard('one'), 'accept'), true);
    }
    const able = [guard('two'), guard('involved'), guard(REPORTER), ofTeam('other'), aPerson('luis')];
    assert.deepEqual(
      able.filter((person) => mayBeAssigned(guarded(), person)).map(({ id }) => id),
      ['two'],
    );
  });
});
