/** The handlers of case effects: what the dispatcher sends or does for each. */
import type { FeatureContext } from '../../../../feature.js';
import type { EffectHandler } from '../../../../platform/delivery/carrier.js';
import { NoticeEffects, type RenderNotice } from '../../../../platform/delivery/notice-effects.js';
import { stranger } from '../../../../platform/people/person.js';
import { textIn } from '../../../../platform/text/catalogue.js';
import type { CaseCards } from '../../cards/case-card.js';
import type { NewsCards } from '../../cards/news-card.js';
import { otherHelp } from '../../cards/other-help.js';
import { EFFECTS } from '../../domain/effects.js';
import { mayHearOf, mayView, rolesIn } from '../../domain/permissions.js';
import type { LoadedCase } from '../../store/case-store.js';
import { scheduleDeadlines } from '../deadline-work.js';
import { type ProjectionParts, projectCase } from '../lists/projection.js';
import { unlessAhead } from './later-version.js';
import { eventOf, isUndone } from './outbox-event.js';
import { mailUnopened } from './unopened-mail.js';

export interface CaseEffectParts
  extends Pick<
      FeatureContext,
      | 'settings'
      | 'actors'
      | 'directory'
      | 'work'
      | 'clock'
      | 'log'
      | 'notices'
      | 'tables'
      | 'mailer'
      | 'botId'
    >,
    ProjectionParts {
  cards: CaseCards;
  news: NewsCards;
}

/** The handlers of the case effects, by kind. */
export function caseEffects(parts: CaseEffectParts): Record<string, EffectHandler> {
  const { store } = parts;
  const effects = new NoticeEffects(parts.notices, parts.tables, 'Cases');
  return {
    [EFFECTS.card]: unlessAhead(store, (item, loaded) => effects.card(renderCard(parts, loaded))(item)),
    [EFFECTS.news]: unlessAhead(store, (item, loaded) =>
      effects.announcement(renderNews(parts, loaded))(item),
    ),
    [EFFECTS.index]: unlessAhead(store, async (_item, loaded) => {
      await projectCase(parts, loaded);
      return [];
    }),
    [EFFECTS.deadline]: scheduleDeadlines(parts),
    [EFFECTS.unattended]: unattended(effects, parts.log),
    [EFFECTS.mail]: unlessAhead(store, (_item, loaded) => mailUnopened(parts, loaded)),
  };
}

/** Administrators may not see cases. The line says that one exists, without its content. */
function unattended(effects: NoticeEffects, log: FeatureContext['log']): EffectHandler {
  const tell = effects.announcement(async (_item, language) => ({ text: textIn(language).cases.unattended }));
  return async (item) => {
    if (item.target) return tell(item);
    log.error({ case: item.partitionKey }, 'nobody of the humanization team can attend to a case');
    return [];
  };
}

/** The card as its reader may see it now. A former assignee is only told that the case moved on. */
function renderCard({ actors, cards, clock }: CaseEffectParts, loaded: LoadedCase): RenderNotice {
  return async (item, language, hasCard) => {
    const reader = (await actors.find(item.target)) ?? stranger(item.target);
    const { subject } = loaded;
    const { number, level, state } = subject;
    const { summary, level: levels } = textIn(language).cases;
    if (!mayView(subject, reader)) {
      const knowsOfIt = hasCard && rolesIn(subject, reader).includes('former');
      return knowsOfIt
        ? { card: cards.goneOn(subject, language), summary: summary.updated(number) }
        : undefined;
    }
    return {
      card: await cards.render(loaded, { viewer: reader, language, now: clock() }),
      summary: state === 'reported' ? summary.new(number, levels[level]) : summary.updated(number),
    };
  };
}

function renderNews({ settings, actors, news, clock }: CaseEffectParts, loaded: LoadedCase): RenderNotice {
  return async (item, language) => {
    const event = eventOf(item, loaded.events);
    if (!event || isUndone(loaded.events, event)) return undefined;
    const reader = (await actors.find(item.target)) ?? stranger(item.target);
    const { subject } = loaded;
    const isAbove = event.body.type === 'unconfirmed' && event.body.aboveId === reader.id;
    if (!mayView(subject, reader) && !(isAbove && mayHearOf(subject, reader))) return undefined;
    const card = await news.render({
      subject,
      event,
      reader,
      others: otherHelp(settings, language),
      language,
      now: clock(),
    });
    return card && { card, summary: textIn(language).cases.summary.updated(subject.number) };
  };
}
