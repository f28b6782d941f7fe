/** The data about a person in recognitions: what they got, and what they gave. */
import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { Names } from '../../../platform/people/names.js';
import type { Policy } from '../../../platform/policy/policy.js';
import type { Recognition } from '../domain/recognition.js';
import type { RecognitionLists } from '../store/lists.js';
import { type Language, textIn } from '../text/catalogue.js';

export interface RecognitionDataParts {
  lists: RecognitionLists;
  policy: Policy;
  names: Names;
}

export function recognitionData({ lists, policy, names }: RecognitionDataParts): DataProvider[] {
  const told = async (
    { at, attribute, message, source, place }: Recognition,
    otherId: string,
  ): Promise<object> => ({
    at,
    // Nobody in particular, for a thanks of a user.
    ...(otherId !== '' && { name: await names.of(otherId) }),
    attribute: policy.find(attribute)?.title ?? attribute,
    words: message,
    heard: source,
    ...(place && { published: place.team }),
  });
  const wordsOf = (language: Language) => ({ heard: textIn(language).recognitions.source });
  return [
    {
      name: 'recognitionsGot',
      wordsOf,
      dataOf: (personId) => collected(lists.allGot(personId), (one) => told(one, one.senderId)),
    },
    {
      name: 'recognitionsGiven',
      wordsOf,
      dataOf: (personId) => collected(lists.allGiven(personId), (one) => told(one, one.personId)),
    },
  ];
}

async function collected(
  all: AsyncIterable<Recognition>,
  told: (one: Recognition) => Promise<object>,
): Promise<object[]> {
  const found: object[] = [];
  for await (const one of all) found.push(await told(one));
  return found;
}
