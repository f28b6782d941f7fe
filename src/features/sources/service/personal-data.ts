import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { SourceRows } from '../store/source-rows.js';

/** Says that a row is about a person. Its words belong to another. */
export function sourceData({ rows }: { rows: SourceRows }): DataProvider[] {
  return [
    {
      name: 'sources',
      dataOf: async (personId) => {
        const found: object[] = [];
        for await (const { channel: source, occurredOn, keptAt: at } of rows.about(personId))
          found.push({ source, occurredOn, at });
        return found;
      },
    },
  ];
}
