import { fileName } from '../../../platform/cleaning/evidence.js';
import type { DataProvider } from '../../../platform/people/data-provider.js';
import type { Confirmation } from '../domain/confirmation.js';
import type { Drafts } from '../store/drafts.js';

/** The reports that a person is writing. */
export function draftData(drafts: Drafts): DataProvider {
  const written = async (personId: string) =>
    (await drafts.touchedBy(personId)).flatMap(({ at, draft }) => (draft ? [{ at, draft }] : []));
  return {
    name: 'drafts',
    // A form without text or files is not counted.
    countOf: async (personId) =>
      (await written(personId)).filter(({ draft }) => draft.narrative || draft.evidence.length > 0).length,
    dataOf: async (personId) =>
      (await written(personId)).map(({ at, draft }) => ({
        savedAt: at,
        narrative: draft.narrative,
        topic: draft.topic,
        place: draft.place,
        occurredOn: draft.occurredOn,
        efforts: draft.efforts,
        files: draft.evidence.map((file) => fileName(draft.evidence, file)),
        ...(draft.chosen && asChosen(draft.chosen)),
      })),
  };
}

/** Choices on the second card. Its topic and efforts take precedence over those of the first. */
function asChosen({ level, topic, efforts, safety, superiorInvolved, upTheLine }: Confirmation): object {
  return {
    ...(topic && { topic }),
    ...(efforts && { efforts }),
    level,
    superiorInvolved,
    ...(upTheLine && { upTheLine }),
    threat: safety.threat ?? false,
    physical: safety.physical ?? false,
    harm: safety.harm ?? false,
  };
}
