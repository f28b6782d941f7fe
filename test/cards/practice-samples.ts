/** Data for the templates of the practice of the day. */
import type { PRACTICE_TEMPLATES, TemplateData } from './templates.js';
import { long, type SampleKind } from './words.js';

type Name = keyof typeof PRACTICE_TEMPLATES;
type Samples = { [Each in Name]: Record<SampleKind, TemplateData<Each>> };

const DAY = '2026-11-26';

const PRACTICE: TemplateData<'practice'> = {
  id: DAY,
  heading: 'Práctica del jueves 26 de noviembre',
  words: 'Suelta el teléfono mientras te hablan.',
  source: 'Frialdad',
  behaviour: 'No mirar a los ojos.',
  done: '',
};

const SETTINGS: TemplateData<'practice-settings'> = {
  title: 'Práctica del día',
  intro: '',
  label: '',
  words: '',
  hour: '08:30',
  hours: [{ title: '8:30 a. m.', value: '08:30' }],
  job: 'any',
  jobs: [{ title: 'Cualquiera', value: 'any' }],
  save: 'Empezar',
  open: '',
  canLeave: false,
};

/** No people's words are in them: what is hostile can only come from the content. */
export const PRACTICE_SAMPLES: Samples = {
  practice: {
    empty: { ...PRACTICE, words: '', source: '', behaviour: '' },
    typical: {
      ...PRACTICE,
      words:
        'Fíjate en el color de los ojos de tres personas con las que hables hoy, de frente o por pantalla. Nadie lo nota, y cambia cómo miras.',
      source: 'La frialdad: lo que nos aleja, según la política',
      behaviour: 'No mirar a los ojos cuando nos están hablando.',
    },
    longest: {
      ...PRACTICE,
      words: long(220),
      source: long(120),
      behaviour: long(200),
      done: '✓ Hecha. Van 5 esta semana.',
    },
    hostile: { ...PRACTICE, done: '✓ Hecha.' },
  },
  'practice-settings': {
    empty: SETTINGS,
    typical: {
      ...SETTINGS,
      intro:
        'Cada día hábil te escribo una cosa pequeña para hacer ese día, que lleva la política a tu trabajo. Si la haces, la marcas.',
      label: 'Por ejemplo',
      words: 'Fíjate en el color de los ojos de tres personas con las que hables hoy.',
    },
    longest: {
      ...SETTINGS,
      title: 'Tu práctica del día',
      intro: long(250),
      label: 'La de hoy',
      words: long(220),
      hours: Array.from({ length: 25 }, (_, at) => ({ title: `${at}:30 a. m.`, value: `${at}:30` })),
      jobs: Array.from({ length: 11 }, (_, at) => ({ title: long(50), value: `job-${at}` })),
      save: 'Guardar',
      open: DAY,
      canLeave: true,
    },
    hostile: { ...SETTINGS, save: 'Volver a recibirla', canLeave: true },
  },
};
