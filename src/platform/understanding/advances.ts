/** Being touched by whoever leads, told with doubt or shame; and "me toca", which is a turn or a duty more often than not. Pure. */
import { fold } from '../text/fold.js';

/** Not the shoulder, which is touched in greeting. */
const BODY =
  '(pierna|muslo|rodilla|cintura|cola|nalga|seno|pecho|busto|espalda|cadera|entrepierna|cuello|pelo|cabello|cuerpo|culo|trasero|teta|barriga)s?';
const LEADER =
  '\\b(mi|el|la|un|una|nuestr[oa]) (jef[ea]|superior[ae]?|supervisora?|coordinadora?|lider|gerente|directora?|encargad[oa])';
/** What may stand between them. With "no" it is denied; with "que" or "y" somebody else may be meant. */
const BETWEEN = '( (?!(no|nunca|ni|que|y|le|les|nos|casi)\\b)\\w+){0,5}?';
/** How "me toca" goes on when it is no turn of anybody. */
const ON = `(?= ?([,.;:!?]|$)| (y|pero|mucho|demasiado|cuando|mientras|sin|de mas|a veces|a cada|todo el|siempre|seguido|por detras|por debajo|donde|(la|el|las|los|mi|mis) ${BODY}\\b))`;
const OFTEN = '(mucho|demasiado|de mas|(muy )?seguido|a cada|todo el|sin|por detras|y no me gusta)';
const DOES = [
  `me ((anda|vive|esta|sigue|ha) )?(toca(ba|do|ndo)?|toco)${ON}`,
  'me ((anda|vive|esta|sigue|ha) )?(roza|sob|acaricia|manosea|besa|besuquea)(n?do|ba|o|a)?\\b',
  'se me (arrima|restriega|recuesta)',
  `me (da|daba) (abrazos|besos) ${OFTEN}`,
  `me abraza(ba)? ${OFTEN}`,
  `me (pone|puso|ponia|mete|metio|pasa|paso) (la|una|las) manos? (en|por|a|debajo de) (la|el|las|los|mi|mis) ${BODY}`,
  `me (coge|cogio|agarra|agarro|mira|aprieta|apreto) (la|el|las|los) ${BODY}`,
  'me (hace|hizo|hacia|manda|tira) (comentarios|chistes|piropos) (sobre|de|por) mi (cuerpo|figura|fisico|ropa interior)',
];
const NAMES_LEADER = new RegExp(`${LEADER}\\b`);
const ADVANCE = new RegExp(`${LEADER}\\b${BETWEEN} (${DOES.join('|')})`);

/** Returns true when whoever leads touches or courts the writer; "no sé si es para tanto" takes nothing from it. */
export const tellsOfAdvance = (text: string): boolean => ADVANCE.test(fold(text));

/** What one may have to bear is no duty. */
const HAS_TO =
  /\btoca(ba|ra)? (?!(ayer|cualquier)\b|(dej|acost|aguant|abraz|bes|toc|soport)\p{L}*)(?=\p{L}*[aeií]r(me|te|se|l[aeo]s?|nos)?(?!\p{L}))/giu;
const ITS_TURN =
  /\b(toca|tocó|toco|tocaba) (?=(el|la|los|las|un|una|este|ese|esta|esa) ((peor|mejor|mismo) )?(temas?|puntos?|asuntos?|turnos?|puertas?|coraz[oó]n|fin de semana|cierre|informe|sede|caja|ventanilla|s[aá]bado|domingo|festivo)(?!\p{L}))/giu;

/** The text in which "me toca cubrir", "me tocó el turno" are said otherwise, so that whoever leads seems to touch nobody. */
export const withoutDuties = (text: string): string =>
  NAMES_LEADER.test(fold(text))
    ? text.replace(HAS_TO, 'corresponde ').replace(ITS_TURN, 'corresponde ')
    : text;
