/** What people answer who were asked how they want to be spoken to: by telephone, in writing, later. Pure. */
import { fold, words } from '../../../platform/text/fold.js';
import type { Case } from './case.js';
import type { CaseEvent } from './event.js';

const WAY = [
  '(por|x) (telefono|celular|llamada|escrito|aqui|aca|chat|este chat|mensajes?|whatsapp|correo)',
  '(que )?me (llam|marqu|escrib|habl)\\w+',
  '(llam|marqu|escrib|habl)[ae]n?me',
  '(que )?(esper[eo]n?|esperar|se esperen?)',
  '(mas tarde|despues|luego|otro dia|todavia no|aun no|por ahora no|en persona|personalmente)',
  '(call|write to|text|phone) me|(by|on the) phone|in writing|a call|wait|later|not yet|in person',
].join('|');
/** Little stands around it: "mejor que me llame después de las cinco, por favor". */
const ANSWER = new RegExp(
  `^(ay |no |si |ok |(contar|decir|hablar)\\w* |bueno |pues |mejor |yo |prefiero |preferiria |quiero |quisiera |por favor |please |i (would |d )?(prefer|rather) (a |to )?)*(${WAY})\\b`,
);
const MOST_WORDS = 14;

/** Returns true for words that say how and when, and ask nothing. */
export const saysHowToBeSpokenTo = (text: string): boolean =>
  !/[?¿]/.test(text) &&
  words(text).length <= MOST_WORDS &&
  ANSWER.test(
    fold(text)
      .replace(/[,.;:!¡]+ ?/g, ' ')
      .trim(),
  );

/** The question is open from when a protected case was received until its reporter has said something. */
export const isContactAsked = (
  { protectedBy, state, reporterId, question }: Case,
  events: readonly CaseEvent[],
): boolean =>
  protectedBy !== undefined &&
  state === 'accepted' &&
  question === undefined &&
  !events
    .slice(events.findLastIndex(({ body }) => body.type === 'accepted'))
    .some(({ actorId }) => actorId === reporterId);
