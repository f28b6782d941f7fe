/** The list of commitments: the viewer's own, then those of their people. */
import { z } from 'zod';
import { id, plain, style, written } from '../../../platform/cards/fields.js';
import type { Card, Renderer } from '../../../platform/cards/renderer.js';
import { type DataOf, defineTemplate } from '../../../platform/cards/template.js';
import type { Names } from '../../../platform/people/names.js';
import { type Language, textIn } from '../../../platform/text/catalogue.js';
import { calendarDay } from '../../../platform/text/dates.js';
import type { ListedCommitment } from '../../cases/index.js';
import type { CommitmentIds } from './commitment-ids.js';

export const commitmentsTemplate = defineTemplate(
  'cases/commitments',
  z.object({
    title: plain,
    empty: plain,
    sections: z.array(
      z.object({
        heading: plain,
        commitments: z.array(
          z.object({ id, who: written, what: written, until: plain, state: plain, style }),
        ),
      }),
    ),
    /** Continuation token of the next page of the team's; empty on the last page. */
    next: z.string(),
  }),
  { isConfidential: true },
);

export interface CommitmentListView {
  own: readonly ListedCommitment[];
  team: readonly ListedCommitment[];
  /** Continuation token of the next page of the team's; empty on the last page. */
  next: string;
}

type Item = DataOf<typeof commitmentsTemplate>['sections'][number]['commitments'][number];

export async function commitmentListCard(
  { names, renderer, ids }: { names: Names; renderer: Renderer; ids: CommitmentIds },
  { own, team, next }: CommitmentListView,
  viewer: { id: string },
  language: Language,
): Promise<Card> {
  const words = textIn(language).cases.commitments;
  const itemOf = async (one: ListedCommitment): Promise<Item> => ({
    id: ids.of({ caseId: one.caseId, seq: one.of }),
    who: one.personId === viewer.id ? words.list.you : await names.of(one.personId),
    what: one.what,
    until: words.until(calendarDay(one.until, language), words.kind[one.kind]),
    state: words.state[one.state],
    style: one.state === 'lapsed' ? 'attention' : 'default',
  });
  const listed = [
    { heading: words.list.own, of: own },
    { heading: words.list.team, of: team },
  ].filter(({ of }) => of.length > 0);
  const sections = await Promise.all(
    listed.map(async ({ heading, of }) => ({ heading, commitments: await Promise.all(of.map(itemOf)) })),
  );
  const empty = sections.length > 0 ? '' : words.list.none;
  return renderer.render(commitmentsTemplate, { title: words.list.title, empty, sections, next }, language);
}
