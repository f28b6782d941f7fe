import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as AdaptiveCards from 'adaptivecards';
import { FORM_NAMES, verbOf } from '../../src/features/cases/cards/forms.js';
import { LIST_VERBS } from '../../src/features/cases/cards/templates.js';
import { type Card, MAX_CARD_BYTES, Renderer } from '../../src/platform/cards/renderer.js';
import type { CardTemplate } from '../../src/platform/cards/template.js';
import { bareApp } from '../support/bare-app.js';
import { parts } from '../support/cards.js';
import { sourceFiles } from '../support/source.js';
import { SAMPLES, type SampleKind } from './samples.js';
import { TEMPLATES, type TemplateData, type TemplateName } from './templates.js';

const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.min.js',
) as typeof AdaptiveCards;

const CARDS = fileURLToPath(new URL('../../cards/', import.meta.url));
const FOLDER = fileURLToPath(new URL('../golden/', import.meta.url));
/** `UPDATE_GOLDEN=1 npm run spec` rewrites the golden files; review the diff before you commit it. */
const UPDATES = process.env.UPDATE_GOLDEN === '1';
const NAMES = Object.keys(TEMPLATES) as TemplateName[];
const KINDS: SampleKind[] = ['empty', 'typical', 'longest', 'hostile'];
/** The keys of a template that hold text. */
const WORDS = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'tooltip', 'altText'];

const renderer = new Renderer();
const render = (name: TemplateName, kind: SampleKind): Card => renderData(name, SAMPLES[name][kind]);
const renderData = <Name extends TemplateName>(name: Name, data: TemplateData<Name>): Card =>
  renderer.render(TEMPLATES[name] as CardTemplate, data, 'es');

/** The thumb below a message is a button of Teams; other apps of the organisation may link to `cancel`. */
const WITHOUT_CARD = ['answer.opinion', 'cancel'];
/** Commands over the message box and in the menu of a message have the name of a verb. */
const OF_EXTENSION = (
  JSON.parse(readFileSync(new URL('../../manifest/manifest.json', import.meta.url), 'utf8')) as {
    composeExtensions: { commands: { id: string; type: string }[] }[];
  }
).composeExtensions.flatMap(({ commands }) =>
  commands.flatMap(({ id, type }) => (type === 'action' ? id : [])),
);
/** Buttons of a case whose verbs come from code. */
const OF_CASES = [...FORM_NAMES.map(verbOf), 'case.undo', 'voice.report'];

describe('card templates', () => {
  for (const name of NAMES) {
    describe(name, () => {
      for (const kind of KINDS) {
        it(`matches its golden file: ${kind}`, () => {
          const file = `${FOLDER}${name}.${kind}.json`;
          const card = render(name, kind);
          if (UPDATES) {
            mkdirSync(FOLDER, { recursive: true });
            writeFileSync(file, `${JSON.stringify(card, null, 2)}\n`);
          }
          assert.deepEqual(card, JSON.parse(readFileSync(file, 'utf8')));
        });

        it(`is valid and within the size limit: ${kind}`, () => {
          const card = withoutTeams(render(name, kind));
          const context = new SerializationContext();
          new AdaptiveCard().parse(card, context);
          const view = new AdaptiveCard();
          view.parse(card);
          const complaints = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at));
          const failures = view.validateProperties().validationEvents;
          assert.deepEqual(
            [...complaints, ...failures].map((event) => event?.message),
            [],
          );
          assert.ok(Buffer.byteLength(JSON.stringify(card)) <= MAX_CARD_BYTES);
        });
      }

      it('contains no text of its own', () => {
        const texts = parts(TEMPLATES[name].json).flatMap((part) => WORDS.map((key) => part[key]));
        for (const text of texts) {
          if (typeof text === 'string') assert.doesNotMatch(text.replace(/\$\{[^}]*\}/g, ''), /\p{L}/u);
        }
      });

      it('gives every action a verb in its data, and an equivalent Submit as fallback', () => {
        for (const kind of KINDS) {
          const card = { ...render(name, kind), refresh: undefined };
          for (const action of parts(card).filter(({ type }) => type === 'Action.Execute')) {
            const { verb, title, data, fallback } = action as Record<string, Record<string, unknown>>;
            assert.ok(verb);
            assert.equal(data?.verb, verb);
            assert.equal(fallback?.type, 'Action.Submit');
            assert.equal(fallback?.title, title);
            assert.deepEqual(fallback?.data, data);
          }
        }
      });

      it('sets its language, and a text for clients that cannot show it', () => {
        const card = render(name, 'typical');
        assert.equal(card.lang, 'es');
        assert.match(String(card.fallbackText), /./);
      });

      it('holds no null, which no property of a card may be', () => {
        for (const kind of KINDS) {
          assert.doesNotMatch(JSON.stringify(render(name, kind)), /:null/, kind);
        }
      });

      it('has titles of its own that are short enough for a button', () => {
        for (const language of ['es', 'en'] as const) {
          const card = renderer.render(TEMPLATES[name] as CardTemplate, SAMPLES[name].typical, language);
          const titles = parts(card).filter(({ type }) => String(type).startsWith('Action.'));
          for (const { title = '' } of titles) assert.doesNotMatch(String(title), /…$/);
        }
      });

      it('gives every input a label, and every required input an error message', () => {
        for (const part of parts(TEMPLATES[name].json)) {
          if (typeof part.type !== 'string' || !part.type.startsWith('Input.')) continue;
          assert.ok(part.label ?? part.title, `${String(part.id)} has no label`);
          if (part.isRequired) assert.ok(part.errorMessage, `${String(part.id)} has no error message`);
        }
      });

      it('shows text written by people literally, without any effect', () => {
        for (const part of parts(render(name, 'hostile'))) {
          for (const [key, value] of Object.entries(part)) {
            if (typeof value !== 'string' || !value.includes('MARK')) continue;
            const harmless =
              (part.type === 'TextRun' && key === 'text') || (part.type === 'Input.Text' && key === 'value');
            assert.ok(harmless, `${String(part.type)}.${key} shows people's words as Markdown`);
            if (part.type === 'TextRun') assert.doesNotMatch(value, /<at>|\u202e|\u200b|\p{Cc}/u);
          }
        }
      });
    });
  }

  it('have a golden file for each sample, and no others', () => {
    const expected = NAMES.flatMap((name) => KINDS.map((kind) => `${name}.${kind}.json`));
    assert.deepEqual(readdirSync(FOLDER).sort(), expected.sort());
  });

  it('cover every file in cards/', () => {
    const files = readdirSync(CARDS, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.json'),
    );
    assert.deepEqual(files.map((path) => basename(path, '.json')).sort(), [...NAMES].sort());
  });

  it('send exactly the verbs that have a handler', () => {
    const { verbs } = bareApp();
    const literal = NAMES.flatMap((name) => parts(TEMPLATES[name].json))
      .map(({ verb }) => verb)
      .filter((verb): verb is string => typeof verb === 'string' && !verb.startsWith('${'));
    const linked = sourceFiles().flatMap(({ text }) => [...text.matchAll(/verb: '([\w.]+)', id\b/g)]);
    assert.ok(linked.length > 0);
    const sent = new Set([
      ...OF_CASES,
      ...OF_EXTENSION,
      ...literal,
      ...linked.map(([, verb]) => verb),
      ...LIST_VERBS,
      ...WITHOUT_CARD,
    ]);
    assert.deepEqual([...sent].sort(), [...verbs].sort());
  });
});

/**
 * What the library does not know of Teams: a people picker gets a choice, since its people come from the directory; a
 * chart gives way to its fallback, as on a phone.
 */
function withoutTeams(card: Card): Card {
  const copy = structuredClone(card);
  for (const part of parts(copy)) {
    if ('choices.data' in part) part.choices = [{ title: 'x', value: 'x' }];
    if (String(part.type).startsWith('Chart.')) Object.assign(part, { data: undefined }, part.fallback);
  }
  return copy;
}

describe('the renderer', () => {
  it('refuses data that does not fit the template', () => {
    assert.throws(() => renderer.render(TEMPLATES['case-list'], { title: 'x' } as never, 'es'), /case-list/);
  });

  it('refuses a card over the size limit', () => {
    const data = { ...SAMPLES['report-describe'].typical, narrative: 'x'.repeat(MAX_CARD_BYTES) };
    assert.throws(() => renderer.render(TEMPLATES['report-describe'], data, 'es'), /too-large/);
  });

  it('shows a binding in text written by people literally', () => {
    const data = { ...SAMPLES['report-describe'].typical, narrative: 'vale ${text.title} pesos' };
    const card = renderer.render(TEMPLATES['report-describe'], data, 'es');
    assert.ok(parts(card).some(({ value }) => value === 'vale ${text.title} pesos'));
  });
});
