/** The people of the schedules: two lines that meet, a team of two, an administrator. */
import type { Person, Role } from '../../src/platform/people/person.js';

const idOf = (number: number) => `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;

function person(number: number, name: string, superior: number | undefined, roles: Role[] = []): Person {
  return {
    id: idOf(number),
    name,
    email: `p${number}@faults.example`,
    superiorId: superior === undefined ? undefined : idOf(superior),
    roles,
    area: 'Servicio',
  };
}

export const ORGANISATION: readonly Person[] = [
  person(1, 'Gloria Gerente', undefined, ['leader']),
  person(2, 'Luis Líder', 1, ['leader']),
  person(3, 'Nora Líder', 1, ['leader']),
  person(4, 'Óscar Coordinador', 3, ['leader']),
  person(5, 'Ana Colaboradora', 2),
  person(6, 'Berta Colaboradora', 2),
  person(7, 'Carlos Colaborador', 3),
  person(8, 'Dora Colaboradora', 4),
  person(9, 'Hernán Humanización', 1, ['humanization']),
  person(10, 'Inés Humanización', 1, ['humanization']),
  person(11, 'Aura Administradora', 1, ['admin']),
];

/** Everybody is in it, and the bot too. */
export const TEAM = { id: '19:equipo@thread.tacv2', name: 'Servicio' };
