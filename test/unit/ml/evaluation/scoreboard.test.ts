import assert from 'node:assert/strict';
import { bad, good } from '../../../../ml/evaluation/report.js';
import { keptFigures, scoreboard, toKeep } from '../../../../ml/evaluation/scoreboard.js';

const texts = ['a', 'b', 'c', 'd'];
const first = (text: string) => text < 'd';

describe('the scoreboard', () => {
  it('shows a figure beside the kept one, and in which direction it went', () => {
    const figures = new Map([['danger', [good('seen', texts, first), bad('false alarms', texts, first)]]]);

    const { lines } = scoreboard(figures, { danger: { seen: [2, 4], 'false alarms': [2, 4] } });

    assert.deepEqual(lines, [
      'danger: seen          0.750 of 4  before 0.500, better by 25.0 points',
      'danger: false alarms  0.750 of 4  before 0.500, worse by 25.0 points',
    ]);
  });

  it('names what fell by more than a point', () => {
    const figures = new Map([['danger', [good('seen', texts, first), bad('false alarms', texts, first)]]]);

    const { fell } = scoreboard(figures, { danger: { seen: [4, 4], 'false alarms': [3, 4] } });

    assert.deepEqual(fell, ['danger: seen worse by 25.0 points']);
  });

  it('takes a point or less for no fall', () => {
    const figures = new Map([['life', [{ name: 'right', found: 99, of: 100, wanted: 'much' as const }]]]);

    assert.deepEqual(scoreboard(figures, { life: { right: [100, 100] } }).fell, []);
    assert.equal(scoreboard(figures, { life: { right: [101, 100] } }).fell.length, 1);
  });

  it('has nothing to compare a new figure with', () => {
    const { lines, fell } = scoreboard(new Map([['life', [good('right', texts, first)]]]), {});

    assert.deepEqual(lines, ['life: right  0.750 of 4  new']);
    assert.deepEqual(fell, []);
  });

  it('compares with what it kept', () => {
    const figures = new Map([['life', [good('right', texts, first)]]]);

    const kept = keptFigures.parse(JSON.parse(JSON.stringify(toKeep(figures))));

    assert.deepEqual(scoreboard(figures, kept).lines, ['life: right  0.750 of 4  before 0.750']);
  });
});
