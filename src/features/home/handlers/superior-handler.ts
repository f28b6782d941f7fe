/** "¿Quién es mi jefe para ti?": who the immediate superior is, why, and how to have it corrected. */
import { z } from 'zod';
import type { FeatureContext } from '../../../feature.js';
import { bogotaDay } from '../../../platform/calendar/days.js';
import { noticeCard } from '../../../platform/cards/shared-cards.js';
import type { Message } from '../../../platform/delivery/message.js';
import { type WorkKinds, workKind } from '../../../platform/delivery/work.js';
import { findActive, isAway, type Person } from '../../../platform/people/person.js';
import { type Reply, show, type Turn, type VerbRoute } from '../../../turn.js';
import { superiorTemplate } from '../cards/superior-card.js';
import { type Language, textIn } from '../text/catalogue.js';

export type SuperiorParts = Pick<
  FeatureContext,
  'directory' | 'renderer' | 'work' | 'notices' | 'names' | 'log'
>;

const WRONG = 'wrong-superior';
const wrong = z.object({ kind: z.literal(WRONG), personId: z.string(), superiorId: z.string() });
const AGAIN_MS = 5 * 60_000;

export class SuperiorHandler {
  constructor(private readonly parts: SuperiorParts) {}

  routes(): VerbRoute[] {
    return [{ verb: 'superior.wrong', scope: 'personal', handle: (turn) => this.#wrong(turn) }];
  }

  get work(): WorkKinds {
    return { [WRONG]: workKind(wrong, (item) => this.#tellAdministrators(item)) };
  }

  async show(turn: Turn): Promise<Reply> {
    const text = textIn(turn.language).home.superior;
    const superior = await this.#superiorOf(await turn.person());
    const data = {
      title: superior ? text.title : text.none,
      name: superior?.name ?? '',
      body: superior ? text.body : text.noneBody,
      note: superior ? await this.#standsIn(superior, turn) : '',
      links: [{ title: superior ? text.wrong : text.tell, verb: 'superior.wrong', id: '' }],
    };
    return show(this.parts.renderer.render(superiorTemplate, data, turn.language), data.title);
  }

  async #standsIn(superior: Person, { now, language }: Turn): Promise<string> {
    const text = textIn(language).home.superior;
    if (!isAway(superior, bogotaDay(now))) return '';
    const deputy = superior.deputyId && (await findActive(this.parts.directory, superior.deputyId));
    return deputy ? text.away(deputy.name) : text.awayAlone;
  }

  /** Through the queue, so that a promised notice survives a crash. */
  async #wrong(turn: Turn): Promise<Reply> {
    const { work, renderer } = this.parts;
    const { id, superiorId = '' } = await turn.person();
    await work.later({ kind: WRONG, personId: id, superiorId }, 0);
    const { askedTitle: title, asked: body } = textIn(turn.language).home.superior;
    return show(noticeCard(renderer, { title, body }, turn.language), title);
  }

  async #tellAdministrators({ personId, superiorId }: z.output<typeof wrong>): Promise<number | undefined> {
    const { directory, notices, names, log } = this.parts;
    const admins = await directory.withRole('admin');
    const people = admins.length > 0 ? admins : await directory.withRole('humanization');
    const name = await names.of(personId);
    const superior = superiorId ? await names.of(superiorId) : '';
    const told = await Promise.allSettled(
      people.map(({ id }) => notices.tell(id, (language) => this.#notice(name, superior, language))),
    );
    if (told.some(({ status }) => status === 'fulfilled')) return undefined;
    log.error({ people: people.length }, 'nobody was told of a wrong superior');
    return AGAIN_MS;
  }

  #notice(name: string, superior: string, language: Language): Message {
    const { title, of, without, wrong: body } = textIn(language).home.superior.notice;
    const named = superior ? of(name, superior) : without(name);
    const card = this.parts.renderer.render(
      superiorTemplate,
      { title, name: named, body, note: '', links: [] },
      language,
    );
    return { card, summary: title };
  }

  async #superiorOf({ superiorId }: Person): Promise<Person | undefined> {
    return superiorId ? findActive(this.parts.directory, superiorId) : undefined;
  }
}
