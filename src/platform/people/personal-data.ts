/** The data about a person as a person: the directory entry, the contact and the absence. */
import type { Absences } from './absences.js';
import type { Contacts } from './contacts.js';
import type { DataProvider } from './data-provider.js';
import type { Directory } from './person.js';

export function peopleData(parts: {
  directory: Directory;
  contacts: Contacts;
  absences: Absences;
}): DataProvider[] {
  const { directory, contacts, absences } = parts;
  return [
    {
      name: 'person',
      dataOf: async (id) => {
        const person = await directory.find(id);
        if (!person) return [];
        const { name, email, area, roles } = person;
        const superior = person.superiorId ? await directory.find(person.superiorId) : undefined;
        return [{ id, name, email, area, roles, superior: superior?.name ?? '' }];
      },
    },
    {
      name: 'contact',
      dataOf: async (id) => {
        const contact = await contacts.find(id);
        return contact ? [{ language: contact.language, conversationId: contact.conversationId }] : [];
      },
    },
    {
      name: 'absence',
      dataOf: async (id) => {
        const absence = await absences.find(id);
        if (!absence) return [];
        const deputy = absence.deputyId ? await directory.find(absence.deputyId) : undefined;
        return [{ from: absence.from, until: absence.until, deputy: deputy?.name ?? '' }];
      },
    },
  ];
}
