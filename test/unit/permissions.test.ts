import assert from 'node:assert/strict';
import type { Assignee, Command, State } from '../../src/cases/case.js';
import { type CaseRole, may, maySeeReporter, mayView, rolesIn } from '../../src/cases/permissions.js';
import { ROLES } from '../../src/people/person.js';
import { aCase, aPerson, aReport, LEADER, REPORTER } from './fixtures.js';

const TO_LEADER: Assignee = { kind: 'person', id: LEADER };
const TO_TEAM: Assignee = { kind: 'humanization' };

const VIEWERS = {
  reporter: aPerson(REPORTER),
  leader: aPerson(LEADER, { roles: ['leader'] }),
  'another leader': aPerson('other-leader', { roles: ['leader'] }),
  humanization: aPerson('team', { roles: ['humanization'] }),
  admin: aPerson('admin', { roles: ['admin', 'trainer'] }),
  'the superior of the leader': aPerson('above', { roles: ['leader'] }),
  'a reporter of the team': aPerson(REPORTER, { roles: ['humanization'] }),
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
  'a reporter of the team': {
    leader: ['reporter', 'humanization'],
    team: ['reporter', 'assignee', 'humanization'],
  },
};

const STATES: readonly State[] = ['reported', 'accepted', 'rejected', 'closed'];
const COMMANDS: readonly Command['type'][] = ['accept', 'reject', 'close'];
const OPEN: Record<State, readonly Command['type'][]> = {
  reported: ['accept', 'reject'],
  accepted: ['close'],
  rejected: [],
  closed: [],
};

describe('who is what to a case', () => {
  for (const name of Object.keys(VIEWERS) as Viewer[]) {
    for (const [kind, assignee] of [
      ['leader', TO_LEADER],
      ['team', TO_TEAM],
    ] as const) {
      const roles = EXPECTED[name][kind];
      it(`should count ${name} as ${roles.join(', ') || 'nobody'} when it is with the ${kind}`, () => {
        const subject = aCase({ assignee });
        assert.deepEqual([...rolesIn(subject, VIEWERS[name])].sort(), [...roles].sort());
        assert.equal(mayView(subject, VIEWERS[name]), roles.length > 0);
      });

      it(`should let ${name} do ${roles.includes('assignee') ? 'what is open' : 'nothing'} when it is with the ${kind}`, () => {
        for (const state of STATES) {
          const allowed = COMMANDS.filter((command) =>
            may(aCase({ state, assignee }), VIEWERS[name], command),
          );
          assert.deepEqual(allowed, roles.includes('assignee') ? OPEN[state] : [], state);
        }
      });
    }
  }

  it('should give no right by a role of the directory other than humanization', () => {
    const others = ROLES.filter((role) => role !== 'humanization');
    assert.equal(mayView(aCase({ assignee: TO_TEAM }), aPerson('somebody', { roles: others })), false);
  });

  it('should take the case from a leader once it has gone to the team', () => {
    assert.equal(mayView(aCase({ assignee: TO_LEADER }), VIEWERS.leader), true);
    assert.equal(mayView(aCase({ assignee: TO_TEAM }), VIEWERS.leader), false);
  });
});

describe('who may know the reporter', () => {
  const open = aCase();
  const confidential = aCase({ report: aReport({ confidential: true }) });

  it('should let everybody who sees an open case know', () => {
    for (const viewer of Object.values(VIEWERS)) assert.equal(maySeeReporter(open, viewer), true);
  });

  it('should let only the reporter know in a confidential case, whoever it is with', () => {
    for (const assignee of [TO_LEADER, TO_TEAM]) {
      for (const viewer of Object.values(VIEWERS)) {
        assert.equal(maySeeReporter({ ...confidential, assignee }, viewer), viewer.id === REPORTER);
      }
    }
  });
});
