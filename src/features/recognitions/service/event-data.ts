/** The lists of recognition events as data about people: what «mis datos» shows, and when it is deleted. */

import { readPeriod } from '../../../platform/calendar/day-period.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { Deletions } from '../../../platform/storage/deletions.js';
import type { Sweep } from '../../../platform/storage/retention.js';
import type { Shortlist } from '../store/shortlist.js';

export interface EventDataParts {
  shortlist: Shortlist;
  deletions: Pick<Deletions, 'record'>;
}

/** The events for which somebody is considered. */
export function eventData({ shortlist }: Pick<EventDataParts, 'shortlist'>): DataProvider {
  return {
    name: 'eventLists',
    dataOf: async (personId) => {
      const found: object[] = [];
      for await (const entry of shortlist.all()) {
        if (entry.personId === personId) found.push({ ...readPeriod(entry.period), at: entry.addedAt });
      }
      return found;
    },
  };
}

export function eventSweep({ shortlist, deletions }: EventDataParts): Sweep {
  return {
    kind: 'recognitions',
    run: async (before, most, rule) => {
      let count = 0;
      for await (const entry of shortlist.all()) {
        if (count === most) break;
        if (entry.addedAt >= before.toISOString()) continue;
        await deletions.record({ kind: 'event-list', number: entry.period, rule });
        await shortlist.remove(entry);
        count += 1;
      }
      return count;
    },
  };
}
