/** Data for the templates of the files of cases. */
import { es } from '../../src/platform/text/es.js';
import type { CASE_FILE_TEMPLATES, TemplateData } from './templates.js';
import { HOSTILE, long, type SampleKind } from './words.js';

type Name = keyof typeof CASE_FILE_TEMPLATES;
type Samples = { [Each in Name]: Record<SampleKind, TemplateData<Each>> };

const ID = '00000000-0000-4000-8000-00000000c0de';
const HASH = '0123456789abcdef'.repeat(4);
const text = es.cases.evidence;

const ASKING: TemplateData<'unclean'> = {
  ...text.unclean(1),
  id: ID,
  others: [],
  files: [{ name: 'Carta.docx', tells: text.tells.document }],
  hashes: HASH,
};

const file = (form: string, isClosed = false): TemplateData<'case-files'>['files'][number] => ({
  id: ID,
  title: text.file(1),
  name: 'archivo-1.docx',
  url: 'https://bot.example/files/x',
  form,
  isClosed,
});
const LISTED: TemplateData<'case-files'> = {
  id: ID,
  title: text.title('HUM-2026-000001'),
  files: [
    file(text.form.copy),
    file(text.form['as-sent']),
    file(text.form.nothing(text.tells.document), true),
  ],
};

export const CASE_FILE_SAMPLES: Samples = {
  unclean: {
    empty: { ...ASKING, files: [], hashes: '' },
    typical: ASKING,
    longest: {
      ...ASKING,
      ...text.unclean(5),
      others: [text.withDraft, text.tooMany],
      files: Array.from({ length: 5 }, () => ({ name: long(120), tells: text.tells.document })),
      hashes: Array.from({ length: 5 }, () => HASH).join('.'),
    },
    hostile: { ...ASKING, files: [{ name: HOSTILE, tells: text.tells.photo }] },
  },
  'report-name': { empty: { id: '' }, typical: { id: ID }, longest: { id: ID }, hostile: { id: ID } },
  'case-files': {
    empty: { ...LISTED, files: [] },
    typical: LISTED,
    longest: {
      ...LISTED,
      files: Array.from({ length: 10 }, () => file(text.form.nothing(text.tells.pdf), true)),
    },
    hostile: { ...LISTED, files: [file('')] },
  },
};
