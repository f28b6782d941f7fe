import { stemmer } from '@orama/stemmers/spanish';
import { fold, words } from '../text/fold.js';

/** Words that say nothing about the subject of a question. */
const STOP_WORDS = new Set(
  `a al algo ante asi aun aunque bien cada como con cual cuales cuando de del desde donde dos el ella ellas ellos en
   entre era eran eres es esa esas ese eso esos esta estaba estan estar estas este esto estos estoy fue fueron ha
   hace hacer hago hasta hay he la las le les lo los mas me mi mis mucho muy ni no nos o os otra otro para pero por
   porque pues que quien quienes se sea ser si sin sobre solo son soy su sus tal tambien tan te tengo tiene tienen
   todo toda todos todas tu tus un una unas uno unos usted ustedes va vamos voy y ya yo
   oiga oye ey hola buenas dias tardes noches gracias favor q k x d pa pal pues eh`.split(/\s+/),
);

/** The terms by which a text is found: folded words without stop words, each cut to its stem. */
export function terms(text: string): string[] {
  return words(fold(text))
    .filter((word) => !STOP_WORDS.has(word))
    .map((word) => (word.length > 3 ? stemmer(word) : word));
}
