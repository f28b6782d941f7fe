/**
 * A router by keywords, as one would write it in an afternoon: beginnings of words for each intent, and the intent with
 * most of them wins; the one that stands first wins a tie. Written from the meanings of the intents alone.
 */
import { fold } from '../../src/platform/text/fold.js';
import type { Finder } from './peers/search.js';

const KEYWORDS: Readonly<Record<string, string>> = {
  emergency:
    'emergencia|incendi|fuego|humo|auxilio|socorro|desmay|no respira|convulsion|sangr|arma|cuchillo|pistola|disparo|atrac|robando|pelea|explosion|gas|infarto|ambulancia|fire|smoke|bleeding|help now|gun|knife',
  distress:
    'suicid|morir|matarme|quitarme la vida|no quiero vivir|no puedo mas|no aguanto|deprim|desesper|lloro|llorando|acoso|acosa|me humilla|me grita|me toca|me pega|me amenaza|abuso|harass|kill myself|want to die',
  report: 'reportar|reporte|queja|denunci|reclam|quejarme|report|complain|complaint',
  'cases.mine':
    'mi caso|mis casos|mi reporte|mis reportes|mi queja|mi denuncia|en que va|como va mi|my case|my report',
  inbox: 'bandeja|pendiente|por decidir|por atender|inbox|pending',
  team: 'mi equipo|de mi equipo|mi gente|mis colaboradores|my team',
  'cases.all': 'todos los casos|casos del mes|casos de|all cases',
  indicators: 'indicador|estadistic|cifras|tendencia|porcentaje|figures|statistics|trend',
  export: 'export|excel|descargar|archivo|csv|download',
  away: 'vacaciones|no estoy|no estare|incapacidad|permiso|licencia|me voy|ausente|out of office|on leave',
  back: 'volvi|regrese|ya llegue|ya estoy de vuelta|reintegr|i am back|im back',
  attendance: 'asistencia|codigo|registrarme|ya estoy en la|no me dejo registrar|attendance|code',
  'training.new':
    'crear capacitacion|nueva capacitacion|publicar|anunciar|programar una|new training|announce',
  'training.mine': 'mis capacitaciones|mi capacitacion|mi charla|my trainings|my sessions',
  recognise: 'felicitar|reconocer|agradecer|reconocimiento a|congratulate|thank',
  'recognitions.mine':
    'mis reconocimientos|mis felicitaciones|de mi han dicho|hablado bien de mi|my recognitions',
  practice: 'consejo|practica|tip|ejercicio|reto|exercise',
  privacy: 'mis datos|datos personales|borrar|eliminar|habeas data|my data|delete',
  confidentiality:
    'anonim|confidencial|represalia|se enter|quien ve|mi nombre|anonymous|confidential|retaliat',
  person: 'persona|humano|asesor|telefono|llamar|hablar con|human|someone',
  help: 'ayuda|menu|que puedes hacer|como funciona|opciones|help|what can you do',
  cancel: 'cancel|dejalo|olvidalo|me equivoque|atras|salir|never mind|forget it',
  language: 'ingles|english|espanol|idioma|spanish|language',
  superior: 'mi jefe|mi jefa|mi superior|mi lider|quien es mi|my boss|my supervisor',
  smalltalk: 'hola|buenos dias|buenas|gracias|chao|adios|chiste|como estas|hello|thanks|bye|joke',
  tell: 'ayer|grito|insulto|trato mal|lo dejaron|la dejaron|nadie le|le dijo|le dijeron|yesterday|shouted',
  policy: 'politica|humaniza|impacto|robotismo|apatia|amabilidad|empatia|trato|experiencia|norma|policy',
};

export function keywordRouter(): Finder {
  const patterns = Object.entries(KEYWORDS).map(([intent, words]) => ({
    intent,
    pattern: new RegExp(`\\b(${words})`, 'g'),
  }));
  return {
    name: 'keywords',
    find: (text) => {
      const folded = fold(text);
      const found = patterns
        .map(({ intent, pattern }) => ({ intent, count: folded.match(pattern)?.length ?? 0 }))
        .filter(({ count }) => count > 0)
        .sort((one, other) => other.count - one.count);
      return found.length > 0 ? found.map(({ intent }) => intent) : ['offtopic'];
    },
  };
}
