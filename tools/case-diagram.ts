/**
 * `npm run case-diagram`: draws the life of a case from the table that the code runs on, between two comments
 * of docs/cases.md. With `--check`, only tells whether the diagram is up to date.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CommandType, STATES, type State, TRANSITIONS } from '../src/features/cases/index.js';
import { ROOT } from '../src/platform/root.js';

const DOC = `${ROOT}docs/cases.md`;
const BEGIN = '<!-- case-diagram: begin; made by `npm run case-diagram` -->';
const END = '<!-- case-diagram: end -->';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const doc = readFileSync(DOC, 'utf8');
const wanted = withDiagram(doc);
if (values.check) {
  if (doc !== wanted) process.stderr.write('docs/cases.md is out of date: npm run case-diagram\n');
  process.exitCode = doc === wanted ? 0 : 1;
} else {
  writeFileSync(DOC, wanted);
}

function withDiagram(text: string): string {
  const from = text.indexOf(BEGIN);
  const to = text.indexOf(END);
  if (from < 0 || to < from) throw new Error(`docs/cases.md has no place for it: ${BEGIN} … ${END}`);
  return `${text.slice(0, from + BEGIN.length)}\n\n${diagram()}\n\n${text.slice(to)}`;
}

/** Draws the moves between states as arrows, and lists the commands that keep each state below. */
function diagram(): string {
  const arrows = STATES.flatMap((from) =>
    STATES.filter((to) => to !== from).flatMap((to) => {
      const commands = commandsBetween(from, to);
      return commands.length === 0 ? [] : [`  ${from} --> ${to}: ${commands.join(', ')}`];
    }),
  );
  const stays = STATES.map((state) => `- \`${state}\`: ${commandsBetween(state, state).join(', ')}`);
  return [
    '```mermaid',
    'stateDiagram-v2',
    '  [*] --> reported',
    ...arrows,
    '```',
    '',
    'What keeps the state:',
    '',
    ...stays,
  ].join('\n');
}

function commandsBetween(from: State, to: State): CommandType[] {
  const commands = Object.keys(TRANSITIONS) as CommandType[];
  return commands.filter((command) => TRANSITIONS[command][from] === to);
}
