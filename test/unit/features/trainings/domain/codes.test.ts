import assert from 'node:assert/strict';
import {
  cardCode,
  isSame,
  normalizeCode,
  openTicket,
  pseudonymOf,
  rotatingCode,
  sealTicket,
  TICKET_MS,
  TURN_MS,
  turnAt,
  turnLeft,
  verdictOf,
} from '../../../../../src/features/trainings/domain/codes.js';
import { comparisonsIn } from '../../../../support/comparisons.js';

const SECRET = 'a secret';
const NOW = new Date('2026-11-24T14:00:07.000Z');
const later = (ms: number) => new Date(NOW.getTime() + ms);

describe('the codes of a training', () => {
  it('change every 20 s and have six unambiguous characters', () => {
    const codes = Array.from({ length: 2_000 }, (_, turn) => rotatingCode(SECRET, turn));
    for (const code of codes) assert.match(code, /^[234679CDFGHJKMNPQRTVWXY]{6}$/);
    assert.ok(new Set(codes).size > 1_995);
    assert.equal(turnLeft(NOW), 13_000);
    assert.equal(turnAt(later(12_999)), turnAt(NOW));
    assert.equal(turnAt(later(13_000)), turnAt(NOW) + 1);
  });

  it('use each character about equally often', () => {
    const signs = Array.from({ length: 4_000 }, (_, turn) => rotatingCode(SECRET, turn)).join('');
    const counts = new Map<string, number>();
    for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    assert.equal(counts.size, 23);
    for (const count of counts.values()) assert.ok(Math.abs(count / (signs.length / 23) - 1) < 0.15);
  });

  it('are valid in their turn and the next, then expired, then unknown', () => {
    const code = rotatingCode(SECRET, turnAt(NOW));
    for (const [turns, verdict] of [
      [-1, 'unknown'],
      [0, 'rotating'],
      [1, 'rotating'],
      [2, 'expired'],
      [15, 'expired'],
      [16, 'unknown'],
    ] as const) {
      assert.equal(verdictOf(SECRET, code, later(turns * TURN_MS)), verdict, String(turns));
    }
  });

  it('include the code on the card at any time, but no code of another training', () => {
    assert.equal(verdictOf(SECRET, cardCode(SECRET), NOW), 'card');
    assert.equal(verdictOf(SECRET, cardCode(SECRET), later(30 * 86_400_000)), 'card');
    assert.equal(verdictOf(SECRET, cardCode('another'), NOW), 'unknown');
    assert.equal(verdictOf(SECRET, rotatingCode('another', turnAt(NOW)), NOW), 'unknown');
    assert.equal(verdictOf(SECRET, '', NOW), 'unknown');
  });

  it('are read regardless of case, spaces, dots and hyphens', () => {
    assert.equal(normalizeCode(' 7f3-k2q.'), '7F3K2Q');
    assert.equal(normalizeCode('7F3 K2Q'), '7F3K2Q');
  });

  it('are exchanged for tickets that expire after 15 minutes and cannot be forged', () => {
    const content = { id: 'one', code: 'rotating' } as const;
    const ticket = sealTicket(SECRET, content, later(TICKET_MS));
    assert.deepEqual(openTicket(SECRET, ticket, NOW), content);
    assert.deepEqual(openTicket(SECRET, ticket, later(TICKET_MS - 1)), content);
    assert.equal(openTicket(SECRET, ticket, later(TICKET_MS)), undefined);
    assert.equal(openTicket('another', ticket, NOW), undefined);
    const prolonged = ticket.replace(
      String(later(TICKET_MS).getTime()),
      String(later(2 * TICKET_MS).getTime()),
    );
    for (const forged of [
      prolonged,
      ticket.replace('rotating', 'card'),
      ticket.replace('.one.', '.two.'),
      ticket.replace('.one.', '.'),
      '',
      'a',
      'a.b',
      'a.b.c',
      `${ticket}A`,
    ]) {
      assert.equal(openTicket(SECRET, forged, NOW), undefined, forged);
    }
  });

  it('are compared correctly when lengths differ', () => {
    assert.equal(isSame('a', 'a'), true);
    assert.equal(isSame('a', 'ab'), false);
    assert.equal(isSame('', ''), true);
  });

  it('are compared in constant time with every possible code, whether right, nearly right or wrong', async () => {
    const right = rotatingCode(SECRET, turnAt(NOW));
    const near = `${right.slice(0, 5)}${right.endsWith('C') ? 'D' : 'C'}`;
    for (const code of [right, rotatingCode(SECRET, turnAt(NOW) - 15), cardCode(SECRET), near, 'ZZ', '']) {
      const bytes = await comparisonsIn(() => verdictOf(SECRET, code, NOW));
      assert.deepEqual(
        bytes,
        Array.from({ length: 17 }, () => 32),
        code,
      );
    }
  });

  it('give a person a different pseudonym in each training', () => {
    assert.equal(pseudonymOf(SECRET, 'ana'), pseudonymOf(SECRET, 'ana'));
    assert.notEqual(pseudonymOf(SECRET, 'ana'), pseudonymOf('another', 'ana'));
  });
});
