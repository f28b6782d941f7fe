/** The bot's last message to a person, as far as answers go on from it. Never the person's own text. */
import { z } from 'zod';
import type { OpenThings } from '../../../platform/dialogue/open-things.js';
import type { Left, Thing } from '../../../platform/dialogue/thing.js';
import type { Turn } from '../../../turn.js';

/** The names of this feature in things: for sections, and for articles. */
export const ANSWERS = 'answers';
export const ARTICLES = 'articles';

const answered = z.object({
  sectionId: z.string(),
  /** How many examples were shown. */
  shown: z.number().default(0),
  /** The section whose list it was chosen from. */
  listId: z.string().optional(),
  /** The section that was answered before. */
  beforeId: z.string().optional(),
  /** What the question could have meant besides, best first. */
  also: z.array(z.string()).default([]),
  /** How often the person has said that it was not what they meant. */
  missed: z.number().default(0),
});
const suggested = z.object({ ids: z.array(z.string()) });
const article = z.object({ articleId: z.string() });

export type Answered = z.output<typeof answered>;
export type LastSaid =
  | { kind: 'answer'; answered: Answered }
  | { kind: 'article'; articleId: string }
  /** The suggested sections, in order. */
  | { kind: 'choices'; ids: string[] };

export const answeredIn = ({ data }: Pick<Thing, 'data'>): Answered => answered.parse(data);
export const articleIn = ({ data }: Pick<Thing, 'data'>): string => article.parse(data).articleId;
export const suggestedIn = ({ data }: Pick<Thing, 'data'>): string[] => suggested.parse(data).ids;

/** The section before this one, to compare with. */
function beforeOf(before: Thing['data'] | undefined, sectionId: string): Pick<Answered, 'beforeId'> {
  const known = answered.safeParse(before).data;
  return { beforeId: known?.sectionId === sectionId ? known.beforeId : known?.sectionId };
}

export class LastSaidMemory {
  constructor(private readonly things: Pick<OpenThings, 'of' | 'note'>) {}

  /** Undefined when something of another feature came after it. */
  async find({ actor, now }: Turn): Promise<LastSaid | undefined> {
    const [last] = await this.things.of(actor.id, now);
    switch (last?.kind) {
      case 'answer':
        return last.of === ARTICLES
          ? { kind: 'article', articleId: articleIn(last) }
          : { kind: 'answer', answered: answeredIn(last) };
      case 'choices':
        return last.of === ANSWERS ? { kind: 'choices', ids: suggestedIn(last) } : undefined;
      default:
        return undefined;
    }
  }

  /** What an answer leaves open: nothing that was listed before is chosen from any more. */
  answered({ actor, now }: Turn, data: Partial<Answered> & Pick<Answered, 'sectionId'>): void {
    const left: Left[] = [
      { kind: 'answer', of: ANSWERS, data: (before) => ({ ...beforeOf(before, data.sectionId), ...data }) },
      { kind: 'answer', of: ARTICLES, isOver: true },
      { kind: 'choices', of: ANSWERS, isOver: true },
    ];
    this.things.note(actor.id, left, now);
  }

  /** What is asked next may be about the article. */
  explained({ actor, now }: Turn, articleId: string): void {
    const left: Left[] = [
      { kind: 'answer', of: ARTICLES, data: { articleId } },
      { kind: 'answer', of: ANSWERS, isOver: true },
      { kind: 'choices', of: ANSWERS, isOver: true },
    ];
    this.things.note(actor.id, left, now);
  }

  /** What was answered before stays: asking back takes nothing away. */
  suggested({ actor, now }: Turn, ids: readonly string[]): void {
    const left: Left = {
      kind: 'choices',
      of: ANSWERS,
      ...(ids.length > 0 ? { data: { ids } } : { isOver: true }),
    };
    this.things.note(actor.id, [left], now);
  }
}
