import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { Voice, Voices } from '../store/voices.js';

export interface VoiceDataParts {
  voices: Voices;
  /** The cases that a person reported. */
  reportedBy: (personId: string) => Promise<readonly { id: string; number: string }[]>;
}

/** What a person said of the cases that they reported. */
export function voiceData({ voices, reportedBy }: VoiceDataParts): DataProvider {
  return {
    name: 'voices',
    dataOf: async (personId) => {
      const found: object[] = [];
      for (const { id, number } of await reportedBy(personId)) {
        const voice = await voices.find(id);
        if (voice) found.push({ number, ...asTold(voice) });
      }
      return found;
    },
  };
}

function asTold({ askedAt, remindedAt, answeredAt, answer }: Voice): object {
  return { askedAt, remindedAt, answeredAt, ...answer };
}
