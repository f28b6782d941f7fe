/** The columns of a file of another channel, by their Spanish and English headings. */
import { fold } from '../../../platform/text/fold.js';

export const COLUMNS = [
  'id',
  'channel',
  'kind',
  'date',
  'text',
  'area',
  'service',
  'site',
  'person',
  'health',
] as const;
export type Column = (typeof COLUMNS)[number];
/** Without these there is nothing to triage. */
export const NEEDED = ['id', 'channel', 'date', 'text'] as const satisfies readonly Column[];

/** Folded. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', 'numero', 'radicado', 'numero de radicado', 'consecutivo', 'row id', 'number'],
  channel: ['fuente', 'canal', 'origen', 'source', 'channel'],
  kind: ['tipo', 'clase', 'type', 'kind'],
  date: ['fecha', 'fecha del hecho', 'fecha del evento', 'fecha de los hechos', 'date'],
  text: ['texto', 'descripcion', 'relato', 'comentario', 'observacion', 'text', 'description', 'comment'],
  area: ['area', 'dependencia', 'equipo', 'team', 'department'],
  service: ['servicio', 'service'],
  site: ['sede', 'lugar', 'punto de atencion', 'site', 'place'],
  person: [
    'persona',
    'colaborador',
    'correo',
    'correo del colaborador',
    'usuario',
    'person',
    'e-mail',
    'email',
    'upn',
  ],
  health: ['reclamo en salud', 'salud', 'health claim', 'health'],
};

export type CellsOf = Partial<Record<Column, string>>;

/** The column at each place of the header; undefined for one that is not read. */
export function columnsOf(header: readonly string[]): (Column | undefined)[] {
  return header.map(fold).map((cell) => COLUMNS.find((column) => HEADINGS[column].includes(cell)));
}

/** Returns true for the header of such a file, and not of another one that is sent to the bot. */
export function isHeader(columns: readonly (Column | undefined)[]): boolean {
  return columns.includes('channel') && columns.includes('text');
}
