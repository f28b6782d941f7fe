/** Which texts send a report whose review is shown, and what they say of the name. Pure. */
import { fold, wordSet, words } from '../../../platform/text/fold.js';

/** Orders. What somebody else did ("me lo mandó", "dijo mándelo") has other words beside them. */
const ORDER =
  /^(envi(a|e|o|ar|en|emos)?(lo|la|los|las|selo|sela|moslo|mosla)?|mand(a|e|o|ar|en|emos)(lo|la|los|las|selo|sela|moslo|mosla)?|remit\w+|(report|tramit|registr)(a|e|en)(lo|la|los|las)|formali(za|ce)(lo|la)|sub(a|e)(lo|la)|radi(ca|que)\w*|salga|suelt[ae]\w*|hagale|dale|dele|adelante|proced[ae]\w*|una|send|submit|file|ahead|ship)$/;
const BESIDE = wordSet(
  `si ok okay bueno buena ya listo lista pues entonces por favor porfa porfavor porfis xfa please asi tal cual como esta
  este bien de una vez lo la el mi su reporte caso eso todo toda gracias muchas con nombre que ahora mismo puede puedes
  quiero perfecto correcto claro vale confirmo a al jefe jefa lider superior es parce nomas nada mas vamos va y en reserva
  yes it the report now with my name go just all right that is fine`,
);
const DOUBTS = /[?¿]|\b(no|todavia|aun|espera|espere|antes|pero|si lo|not|wait|yet|but)\b/;
/** More words than these say something besides "send it". */
const MOST_WORDS = 8;
/** "Ya lo mandó" asks, also without its marks. */
const ASKS_IF_SENT = /^(y |pero )?(ya|si)( se)?( lo| la)? (envio|mando|sent|send)$/;
const GIVES_NAME = /\b(con (mi|el) nombre|with my name)\b/;

/** Returns true for a text that says "send it" and nothing besides: neither a doubt nor a question, and no story. */
export function mayBeSentBy(text: string): boolean {
  const folded = fold(text);
  const said = words(folded);
  if (said.length > MOST_WORDS || DOUBTS.test(folded) || ASKS_IF_SENT.test(said.join(' '))) return false;
  const orders = said.filter((word) => ORDER.test(word));
  return orders.length > 0 && said.every((word) => ORDER.test(word) || BESIDE.has(word));
}

/** Returns true when a text says that the name may be shown. */
export const givesName = (text: string): boolean => {
  const folded = fold(text);
  return GIVES_NAME.test(folded) && !DOUBTS.test(folded);
};

const TOLD =
  /\b(dijo|dijeron|decia|grito|gritaron|contesto|respondio|ordeno|pidio|colgo|hizo|said|told|shouted|answered)\b/;

/** Returns true when an order in a text is what somebody said: "me dijo mándelo de una y me colgó". */
export const tellsOfAnOrder = (text: string): boolean => TOLD.test(fold(text)) && !/[?¿]/.test(text);
