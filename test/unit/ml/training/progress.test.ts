import assert from 'node:assert/strict';
import { Progress } from '../../../../ml/training/progress.js';

function told(isTTY: boolean) {
  const lines: string[] = [];
  let now = 0;
  const progress = new Progress({ write: (line: string) => lines.push(line) > 0, isTTY }, () => now);
  const at = (seconds: number) => {
    now = seconds * 1000;
    return progress;
  };
  return { lines, at };
}

describe('the progress of training', () => {
  it('is a line a model in a file', () => {
    const { lines, at } = told(false);
    at(0).begin('danger');
    at(2).epoch('danger', 0, 10);
    at(4).epoch('danger', 5, 10);
    at(6).end('danger');
    assert.deepEqual(lines, ['danger                made in 6 s\n']);
  });

  it('tells the epochs and the time left on a terminal, in the line of the model', () => {
    const { lines, at } = told(true);
    at(0).begin('danger');
    at(1).begin('intents');
    at(2).epoch('danger', 0, 10);
    at(6).epoch('danger', 4, 10);
    const [up, clear] = ['\x1b[2A', '\x1b[2K'];
    assert.deepEqual(lines.at(0), `${clear}danger                reads its examples\n`);
    assert.deepEqual(
      lines.at(-1),
      `${up}${clear}danger                epoch 4 of 10, 6 s left\n${clear}intents               reads its examples\n`,
    );
  });
});
