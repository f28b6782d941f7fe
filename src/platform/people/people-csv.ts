import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { type Person, ROLES } from './person.js';

const id = z.guid().transform((value) => value.toLowerCase());
const optionalId = z.union([id, z.literal('').transform(() => undefined)]);
/** Converts a row of the file into a person. */
export const csvLine = z
  .object({
    aad_object_id: id,
    name: z.string().trim().min(1),
    email: z.string().trim(),
    superior: optionalId,
    roles: z
      .string()
      .transform((value) =>
        value
          .split(';')
          .map((role) => role.trim())
          .filter((role) => role !== ''),
      )
      .pipe(z.array(z.enum(ROLES))),
    deputy: optionalId,
    area: z.string().trim(),
  })
  .transform(
    (row): Person => ({
      id: row.aad_object_id,
      name: row.name,
      email: row.email,
      superiorId: row.superior,
      deputyId: row.deputy,
      roles: row.roles,
      area: row.area,
    }),
  );

function noTwins(people: Person[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  people.forEach(({ id }, row) => {
    if (seen.has(id))
      context.addIssue({ code: 'custom', path: [row, 'aad_object_id'], message: 'stands twice' });
    seen.add(id);
  });
}

/**
 * Reads people from CSV with the columns aad_object_id, name, email, superior, roles (separated by `;`),
 * deputy and area.
 * @throws ZodError whose paths begin with the index of the row, from 0.
 */
export function readPeopleCsv(csv: string): Person[] {
  return z
    .array(csvLine)
    .superRefine(noTwins)
    .parse(parse(csv, { columns: true, bom: true, trim: true, skip_empty_lines: true }));
}
