import { figure } from '../../../platform/text/es/grammar.js';
import type { Widened } from '../../../platform/text/shape.js';

/** How the bot is, for whoever runs it. */
const operations = {
  onlyFor:
    'El estado del bot lo ve quien lo administra. Si quieres saber cómo va algo que reportaste, escribe «mis casos».',
  title: 'Cómo está el bot',
  verdict: (count: number) =>
    count === 0
      ? 'No hay nada por mirar.'
      : count === 1
        ? 'Hay 1 cosa por mirar. docs/operations.md dice qué hacer.'
        : `Hay ${count} cosas por mirar. docs/operations.md dice qué hacer con cada una.`,
  toLookAt: (label: string) => `Por mirar: ${label}`,
  label: {
    version: 'Versión',
    instances: 'Instancias vivas',
    queue: 'Cola de trabajo',
    setAside: 'Trabajo apartado',
    audit: 'Auditoría de entregas',
    parked: 'Avisos que no llegaron, últimos 7 días',
    backup: 'Última copia de las tablas',
    people: 'Directorio',
  },
  todo: {
    version: '',
    instances: '',
    queue: '',
    setAside: 'Busca «work set aside» y «work failed» en los registros: dicen por qué.',
    audit:
      'Busca «the audit found what was lost» en los registros. Si no hay nada, la auditoría no está corriendo.',
    parked: 'El equipo de humanización ya lo supo. Revisa si a esas personas les falta el bot en Teams.',
    backup: 'Busca «a copy of the tables was lost» en los registros. Con «npm run backup» se hace una ya.',
    people: 'Carga un archivo nuevo con «npm run import-people».',
  },
  never: 'todavía no hay registro',
  instances: (count: number) => (count === 1 ? '1 instancia' : `${count} instancias`),
  queued: (count: number) =>
    count === 1
      ? '1 mensaje, contando lo que espera su hora'
      : `${figure.format(count)} mensajes, contando lo que espera su hora`,
  setAside: (count: number) => (count === 1 ? '1 mensaje' : `${figure.format(count)} mensajes`),
  lost: (count: number) =>
    count === 0
      ? 'nada perdido'
      : count === 1
        ? '1 cosa perdida, que se repone'
        : `${figure.format(count)} cosas perdidas, que se reponen`,
  parked: (count: number) =>
    count === 0 ? 'ninguno' : count === 1 ? '1 aviso' : `${figure.format(count)} avisos`,
  copied: (count: number) => (count === 1 ? '1 fila' : `${figure.format(count)} filas`),
  noCopy: 'todavía ninguna; se hace cada noche, a las 3:45',
  people: (count: number) =>
    count === 1 ? '1 persona cargada' : `${figure.format(count)} personas cargadas`,
  live: 'al día: se pregunta a Microsoft Graph',
};

/** What the help says; the quotation marks are around the words to write. */
const help = {
  status: { words: '«estado»', meaning: 'cómo está el bot, y qué hay por mirar' },
};

export const es = { help, operations };

/** The other language has the same keys and parameters. */
export type Texts = Widened<typeof es>;
