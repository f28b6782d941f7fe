/** «Reportar esto» in the menu of a message: the dialog with the quotation, which becomes a draft in the private chat. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { toggle } from '../../../platform/cards/inputs.js';
import { lineAbove } from '../../../platform/people/line.js';
import type { Person } from '../../../platform/people/person.js';
import { type Catalogue, textIn } from '../../../platform/text/catalogue.js';
import { moment } from '../../../platform/text/dates.js';
import { type Reply, readInput, show, type Turn, type VerbRoute } from '../../../turn.js';
import { quoteTemplate } from '../cards/templates.js';
import { type Draft, emptyDraft } from '../domain/draft.js';
import type { Drafts } from '../store/drafts.js';
import { excessOf, MAX_KEPT, problemOf } from './report-inputs.js';
import { problemText, type ReportReplies } from './report-replies.js';

export interface QuotingParts
  extends Pick<
    FeatureContext,
    'consents' | 'authorisationWords' | 'renderer' | 'ownIds' | 'recentDirectory'
  > {
  drafts: Drafts;
  replies: Pick<ReportReplies, 'sent'>;
  /** Assesses a draft and shows the second card. */
  confirm: (turn: Turn, draft: Draft) => Promise<Reply>;
}

const FORM = 'quote';
const typed = z
  .string()
  .catch('')
  .transform((value) => value.slice(0, MAX_KEPT));
const written = z.object({
  id: z.uuid(),
  quote: typed,
  narrative: typed,
  /** Who wrote the message, as the dialog brings it back; kept only if the report is about them. */
  author: z.guid().toLowerCase().optional().catch(undefined),
  concerned: toggle.catch(false),
  authorised: toggle.catch(false),
});
type Written = z.output<typeof written>;

interface Form extends Pick<Written, 'id' | 'quote' | 'narrative' | 'concerned'> {
  author?: Person | undefined;
  problem: string;
}

export class QuotingHandler {
  constructor(private readonly parts: QuotingParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'report.quote', scope: 'personal', handle: (turn) => this.#quote(turn) }];
  }

  async #quote(turn: Turn): Promise<Reply> {
    return 'quote' in turn.input ? this.#take(turn) : this.#open(turn);
  }

  /** Keeps nothing. */
  async #open(turn: Turn): Promise<Reply> {
    const { text = '', authorId } = turn.quoted ?? {};
    const author = await this.#authorOf(turn, authorId);
    const quote = text.slice(0, MAX_KEPT);
    const id = this.parts.ownIds.issue(FORM, turn.actor.id);
    return this.#form(turn, { id, quote, narrative: '', author, concerned: false, problem: '' });
  }

  /** The second card, in the private chat; the dialog again when something is missing. */
  async #take(turn: Turn): Promise<Reply> {
    const { drafts, replies, ownIds } = this.parts;
    const input = readInput(written, turn);
    if (!ownIds.isOf(FORM, turn.actor.id, input.id)) return this.#openAnew(turn, input);
    // It was sent twice.
    if ((await drafts.find(turn.actor.id, input.id)) || (await replies.sent(turn)))
      return { kind: 'nothing' };
    const author = await this.#authorOf(turn, input.author);
    const concerned = input.concerned ? author : undefined;
    const text = textIn(turn.language);
    const draft = { ...emptyDraft(input.id), narrative: narrativeOf(input, concerned, text) };
    // What the bot adds makes nothing longer that is too short.
    const said = { ...draft, narrative: `${input.narrative}\n${input.quote}` };
    const problem = problemOf(said, turn.now) ?? excessOf(draft.narrative);
    const isAuthorised = await this.#isAuthorised(turn, input);
    if (problem || !isAuthorised) {
      const words = problem ? problemText(problem, text) : '';
      return this.#form(turn, { ...input, author, problem: words });
    }
    const about = (await this.#isAbove(turn, concerned)) ? { safety: {}, superiorInvolved: true } : undefined;
    const kept = { ...draft, chosen: about };
    await drafts.save(turn.actor.id, kept);
    const confirming = await this.parts.confirm(turn, kept);
    return confirming.kind === 'show' ? { kind: 'append', message: confirming.message } : confirming;
  }

  /** The same form under an id of this person, for a form that is not theirs or was opened by an earlier version. */
  async #openAnew(turn: Turn, input: Written): Promise<Reply> {
    const id = this.parts.ownIds.issue(FORM, turn.actor.id);
    const author = await this.#authorOf(turn, input.author);
    const { expired } = textIn(turn.language).cases.quoting;
    return this.#form(turn, { ...input, id, author, problem: expired });
  }

  /** Sending the dialog gives the authorisation, if the dialog said so. */
  async #isAuthorised({ actor, now }: Turn, { authorised }: Written): Promise<boolean> {
    const { consents } = this.parts;
    if ((await consents.stateOf(actor.id)) === 'given') return true;
    if (authorised) await consents.grant(actor.id, 'report', now);
    return authorised;
  }

  /** Undefined for somebody whom the directory does not know, and for the reporter. */
  async #authorOf({ actor }: Turn, id: string | undefined): Promise<Person | undefined> {
    return id === undefined || id === actor.id ? undefined : this.parts.recentDirectory.find(id);
  }

  async #isAbove(turn: Turn, author: Person | undefined): Promise<boolean> {
    if (!author) return false;
    const line = await lineAbove(this.parts.recentDirectory, await turn.reader());
    return line.some(({ id }) => id === author.id);
  }

  /**
   * Names the latest report that the person has begun and not tried to send, besides this one: without its words, since
   * others may look at this screen. Empty when storage does not tell, for it is only a help.
   */
  async #otherOf({ actor, language }: Turn, thisId: string): Promise<string> {
    const touched = await this.parts.drafts.touchedBy(actor.id).catch(() => []);
    const other = touched.find(
      ({ id, draft }) => id !== thisId && draft?.narrative.trim() && draft.numberedAt === '',
    );
    return other ? textIn(language).cases.quoting.other(moment(new Date(other.at), language)) : '';
  }

  async #form(turn: Turn, { id, quote, narrative, author, concerned, problem }: Form): Promise<Reply> {
    const { consents, authorisationWords, renderer } = this.parts;
    const [consent, other] = await Promise.all([consents.stateOf(turn.actor.id), this.#otherOf(turn, id)]);
    const { quoting } = textIn(turn.language).cases;
    const data = {
      id,
      problem,
      other,
      narrative,
      quote,
      author: author?.id ?? '',
      authors: author ? [{ title: quoting.about(author.name), isConcerned: concerned }] : [],
      authorisation: consent === 'given' ? '' : authorisationWords.forReport(turn.language),
    };
    const card = renderer.render(quoteTemplate, data, turn.language);
    return show(card, quoting.title);
  }
}

/** The own words, the quotation marked as such, and whom it is about if that was chosen. */
function narrativeOf(
  { narrative, quote }: Written,
  concerned: Person | undefined,
  { cases: { quoting } }: Catalogue,
): string {
  const said = quote.trim();
  return [narrative.trim(), said && quoting.quotation(said), concerned && quoting.concerned(concerned.name)]
    .filter((part) => part)
    .join('\n\n');
}
