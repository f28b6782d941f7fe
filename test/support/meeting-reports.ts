/**
 * Teams' attendance reports, as its clients save them. The shapes are those of Microsoft's page "Manage meeting
 * attendance reports in Microsoft Teams" (support.microsoft.com, and learn.microsoft.com,
 * teams-analytics-and-reports/meeting-attendance-report, in both languages), and of reports that public programs
 * read: in parts, separated by tabs, in UTF-16LE with its mark, since 2022; flat ("Full Name, User Action,
 * Timestamp") in 2020 and 2021. Of the Spanish headings, "Nombre", "Primera entrada" and "Duración de la reunión"
 * are found in public; the others are translations, and the reader takes several of each.
 */

/** As Teams writes: UTF-16LE with its mark, and CRLF. */
export const asTeamsWrites = (lines: readonly string[]): Buffer =>
  Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf16le');

/** When a person was there, in Bogotá: `09:00:05` to `10:30:00`. */
export interface Stay {
  name: string;
  email?: string;
  upn?: string;
  times: readonly (readonly [string, string])[];
}

/** A report in parts, in Spanish, of one day `DD/MM/YY`. */
export function spanishReport(day: string, stays: readonly Stay[]): Buffer {
  const at = (time = '') => `${day}, ${time}`;
  return asTeamsWrites([
    '1. Resumen',
    'Título de la reunión\tPolítica de Humanización',
    `Participantes asistentes\t${stays.length}`,
    '',
    '2. Participantes',
    'Nombre\tPrimera entrada\tÚltima salida\tDuración de la reunión\tCorreo electrónico\tId. de participante (UPN)\tRol',
    ...stays.map(({ name, email = '', upn = email, times }) =>
      [name, at(times[0]?.[0]), at(times.at(-1)?.[1]), '1 min', email, upn, 'Asistente'].join('\t'),
    ),
    '',
    '3. Actividades en la reunión',
    'Nombre\tHora de entrada\tHora de salida\tDuración\tCorreo electrónico\tRol',
    ...stays.flatMap(({ name, email = '', times }) =>
      times.map(([from, until]) => [name, at(from), at(until), '', email, 'Asistente'].join('\t')),
    ),
  ]);
}
