/** Checks cards against Microsoft's schema of version 1.5, and what Teams documents beyond it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ErrorObject } from 'ajv';
import { parts } from '../support/cards.js';

type Json = Record<string, unknown>;
interface Definition extends Json {
  properties: Json;
}

const FILE = fileURLToPath(new URL('../schemas/adaptive-card-1.5.json', import.meta.url));
const { definitions } = JSON.parse(readFileSync(FILE, 'utf8')) as {
  definitions: Record<string, Definition>;
};

const COLOURS = ['good', 'warning', 'attention', 'neutral'];
const point = { x: { type: 'string' }, y: { type: 'number' } };
const listOf = (properties: Json) => ({
  type: 'array',
  minItems: 1,
  items: { type: 'object', properties, required: Object.keys(properties), additionalProperties: false },
});

/** Charts as Teams documents them, as far as cards use them. Each has a fallback, since phones draw none. */
const CHARTS: Record<string, Json> = {
  'Chart.Line': {
    colorSet: { const: 'categorical' },
    yAxisTitle: { type: 'string' },
    data: listOf({ legend: { type: 'string' }, values: listOf(point) }),
  },
  'Chart.VerticalBar': {
    colorSet: { const: 'categorical' },
    showBarValues: { type: 'boolean' },
    data: listOf(point),
  },
  'Chart.Donut': {
    data: listOf({ legend: { type: 'string' }, value: { type: 'number' }, color: { enum: COLOURS } }),
  },
};
for (const [type, properties] of Object.entries(CHARTS)) {
  definitions[type] = {
    type: 'object',
    properties: {
      type: { const: type },
      title: { type: 'string' },
      fallback: { $ref: '#/definitions/TextBlock' },
      ...properties,
    },
    required: ['type', 'title', 'data', 'fallback'],
    additionalProperties: false,
  };
  for (const name of ['Element', 'ToggleableItem', 'Item']) {
    const { anyOf } = definitions[`ImplementationsOf.${name}`] as unknown as { anyOf: Json[] };
    anyOf.push({ required: ['type'], allOf: [{ $ref: `#/definitions/${type}` }] });
  }
}

/** Extensions that Teams documents: the people picker, and the width of a card. */
const OF_TEAMS: Record<string, Json> = {
  'Input.ChoiceSet': {
    'choices.data': {
      type: 'object',
      properties: { type: { const: 'Data.Query' }, dataset: { const: 'graph.microsoft.com/users' } },
      required: ['type', 'dataset'],
      additionalProperties: false,
    },
  },
  AdaptiveCard: {
    msteams: { type: 'object', properties: { width: { const: 'Full' } }, additionalProperties: false },
  },
};
for (const [type, properties] of Object.entries(OF_TEAMS)) {
  Object.assign((definitions[type] as Definition).properties, properties);
}

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'card', definitions });
const checkOf = (type: string) => ajv.getSchema(`card#/definitions/${type}`);

/** What the schema refuses in a card, from the innermost element on; empty for a valid card. */
export function schemaErrors(card: object): string[] {
  if (checkOf('AdaptiveCard')?.(card)) return [];
  return parts(card)
    .reverse()
    .flatMap((part) => errorsOf(part));
}

function errorsOf(part: Json): string[] {
  const type = String(part.type);
  const check = part.type === undefined ? undefined : checkOf(type);
  if (part.type !== undefined && !check) return [`${type}: not in version 1.5`];
  if (!check || check(part)) return [];
  return (check.errors ?? []).map((error) => `${type}${worded(error)}`);
}

const worded = ({ instancePath, message, params }: ErrorObject) =>
  `${instancePath}: ${message} ${JSON.stringify(params)}`;
