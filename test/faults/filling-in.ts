/** What a person types into the inputs of a card or a form. */
import { type CardButton, inputIds, inputValues, parts } from '../support/cards.js';
import { between, oneOf } from './faults.js';

/** What is told this time, and when. */
export interface Occasion {
  /** A word that stands nowhere else. */
  marker: string;
  /** The true time, in milliseconds. */
  at: number;
}

const NARRATIVES = {
  high: 'El guardia empujó a una señora en la puerta y la amenazó con sacarla a golpes.',
  medium: 'La cajera le gritó groserías a un señor mayor delante de toda la fila.',
  low: 'En la ventanilla no explicaron los pasos de la cita y respondieron sin mirar a la usuaria.',
};

type Data = Record<string, unknown>;

/** The buttons that send a form which came as a message. */
export function formButtons(card: object): CardButton[] {
  return submits(card).filter(({ data }) => data.standalone === 'true');
}

/** What a form sends with these values typed over its own; undefined when it has no button to send it. */
export function formSent(form: object, typed: Record<string, string>): Data | undefined {
  const [button] = submits(form);
  return button && { ...button.data, ...inputValues(form), ...typed };
}

function submits(card: object): CardButton[] {
  return parts(card)
    .filter(({ type }) => type === 'Action.Submit')
    .map(({ title, data }) => {
      const sent = (data ?? {}) as Data;
      return { verb: String(sent.verb), title: String(title), data: sent, sendsInputs: true };
    });
}

/** The values of the inputs of a card: what was typed, and what it held already. */
export function filledIn(card: object, typed: Record<string, string>): Record<string, string> {
  const known = new Set(inputIds(card));
  const fitting = Object.entries(typed).filter(([id]) => known.has(id));
  return { ...inputValues(card), ...Object.fromEntries(fitting) };
}

/** How often a closing comes with a commitment. */
const AGREES = 0.4;
/** How often a voice says more than whether somebody is satisfied. */
const SAYS_MORE = 0.5;

/** The values of the inputs by id. */
export function typedFor(verb: string, dice: () => number, occasion: Occasion): Record<string, string> {
  const { marker } = occasion;
  const words = `Palabras sobre esto: ${marker}`;
  switch (verb) {
    case 'report.assess':
      return {
        narrative: `${oneOf(dice, Object.values(NARRATIVES))} Ref ${marker}.`,
        confidential: String(dice() < 0.25),
      };
    case 'case.close':
      return dice() < AGREES
        ? { outcomes: 'standard', summary: 'Hablamos con el equipo.', ...agreed(dice, occasion) }
        : { outcomes: 'conversation', summary: words };
    case 'commitment.add':
      return agreed(dice, occasion);
    case 'commitment.done':
      return { note: words };
    case 'commitment.extend':
      return { reason: words, until: dayAfter(occasion, between(dice, 10, 40)) };
    case 'case.place':
      return { stage: oneOf(dice, ['before', 'arrival', 'attention', 'closing', 'after']) };
    case 'case.health':
      return { priority: oneOf(dice, ['vital', 'prioritised', 'simple', 'none']) };
    case 'voice.answer':
      return {
        satisfied: oneOf(dice, ['yes', 'partly', 'no']),
        ...(dice() < SAYS_MORE && { retaliation: String(dice() < 0.5), comment: words }),
      };
    case 'report.quote':
      return { narrative: `${oneOf(dice, Object.values(NARRATIVES))} Ref ${marker}.`, authorised: 'true' };
    case 'recognition.send':
    case 'recognition.start':
    case 'recognition.quote':
      return recognised(dice, occasion);
    case 'practice.join':
      return { hour: halfHourAfter(occasion, between(dice, 0.2, 1.2)), job: 'any' };
    case 'training.create':
      return planned(dice, occasion);
    case 'attendance.correct':
      return { kind: 'removed', person: somebody(dice, [1, 2, 5, 6, 7, 8]), reason: words };
    case 'case.reclassify':
      return { level: oneOf(dice, ['low', 'medium', 'high']), reclassifyReason: words };
    case 'case.reassign':
      return { person: somebody(dice, [1, 2, 3, 4]), reassignReason: words };
    case 'case.reply':
      return { answer: words };
    case 'case.ask':
      return { question: words };
    case 'case.add':
      return { words };
    case 'case.accept':
      return { note: words };
    default:
      return { reason: words, escalateReason: words, holdReason: words, identifyReason: words };
  }
}

/** A commitment of somebody who works with users, in a few days or weeks. */
function agreed(dice: () => number, occasion: Occasion): Record<string, string> {
  return {
    who: somebody(dice, [2, 4, 5, 6, 7, 8]),
    what: `Saludar por el nombre: ${occasion.marker}`,
    until: dayAfter(occasion, between(dice, 2, 20)),
    kind: 'standard',
  };
}

/** Who is recognised: one or two, of whom one may be oneself, which is refused. */
function recognised(dice: () => number, { marker }: Occasion): Record<string, string> {
  const first = somebody(dice, [1, 2, 4, 5, 6, 7, 8]);
  const second = somebody(dice, [3, 5, 6, 7, 9]);
  return {
    likely: '',
    person: dice() < 0.3 && second !== first ? `${first},${second}` : first,
    attribute: 'amabilidad',
    message: `Acompañó a una señora hasta la puerta. Ref ${marker}.`,
    public: String(dice() < 0.5),
  };
}

/** A training that has begun a moment ago and lasts some hours; a few of them have little room. */
function planned(dice: () => number, occasion: Occasion): Record<string, string> {
  const [day = '', time = ''] = bogota(occasion.at - 10 * MINUTE_MS);
  const [, end = ''] = bogota(occasion.at + 3 * HOUR_MS);
  return {
    title: `Taller ${occasion.marker}`,
    day,
    startsAt: time,
    endsAt: end > time ? end : '23:59',
    place: 'Auditorio',
    capacity: dice() < 0.4 ? '3' : '',
    requiresCode: 'false',
  };
}

/** The next half hour at which a practice may come, so many hours ahead. */
function halfHourAfter({ at }: Occasion, hours: number): string {
  const [, time = ''] = bogota(Math.ceil((at + hours * HOUR_MS) / HALF_HOUR_MS) * HALF_HOUR_MS);
  return time >= '06:00' && time <= '18:00' ? time : '06:30';
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const HALF_HOUR_MS = 30 * MINUTE_MS;

/** The day and the time in Bogotá, as inputs hold them. */
const bogota = (at: number): string[] => new Date(at - 5 * HOUR_MS).toISOString().slice(0, 16).split('T');

export const somebody = (dice: () => number, places: readonly number[]): string =>
  `00000000-0000-4000-8000-00000000000${oneOf(dice, places)}`;

const DAY_MS = 86_400_000;

const dayAfter = ({ at }: Occasion, days: number): string =>
  new Date(at + days * DAY_MS).toISOString().slice(0, 10);
