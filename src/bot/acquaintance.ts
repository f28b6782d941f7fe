/** What the bot learns from every activity: people's addresses and languages, and the teams that it is in. */
import type { Logger } from '../platform/log.js';
import type { Contact, Contacts } from '../platform/people/contacts.js';
import type { KnownTeams } from '../platform/people/teams.js';
import type { Language } from '../platform/text/catalogue.js';
import { languageOf, surelyWrittenIn } from '../platform/text/language.js';
import type { Actor } from '../turn.js';
import { type InboundActivity, isOfExtension, isPersonal } from './activity.js';

export class Acquaintance {
  constructor(private readonly parts: { contacts: Contacts; teams: KnownTeams; log: Logger }) {}

  /**
   * Stores the person's address and language: that of their first text, until they ask for the other. Returns the language
   * of the answer, which is that of the text where it leaves no doubt.
   */
  async meet(inbound: InboundActivity, actor: Actor, text: string): Promise<Language> {
    const written = languageOf(text);
    try {
      const known = await this.parts.contacts.find(actor.id);
      const language = known?.isSettled ? known.language : (written ?? known?.language ?? 'es');
      // A command of the message box may come from a chat between two people.
      if (isPersonal(inbound) && !isOfExtension(inbound)) {
        const contact: Contact = {
          personId: actor.id,
          conversationId: inbound.conversation.id,
          serviceUrl: inbound.serviceUrl,
          language,
          isSettled: known?.isSettled === true || written !== undefined,
        };
        if (!isSame(known, contact)) await this.parts.contacts.save(contact);
      }
      return surelyWrittenIn(text) ?? language;
    } catch (error) {
      this.parts.log.warn({ actor: actor.id, err: error }, 'contact not kept');
      return written ?? 'es';
    }
  }

  /** Keeps the list of teams that have the bot up to date. */
  async noteTeam(inbound: InboundActivity): Promise<void> {
    const team = inbound.channelData?.team;
    // A command of the message box works in teams that do not have the bot.
    if (!team || isOfExtension(inbound)) return;
    const isGone = inbound.type === 'installationUpdate' && (inbound.action?.startsWith('remove') ?? false);
    try {
      if (isGone) await this.parts.teams.forget(team.id);
      else {
        const noted = { teamId: team.id, name: team.name ?? '', serviceUrl: inbound.serviceUrl };
        const isUse = inbound.type === 'message' || inbound.type === 'invoke';
        await this.parts.teams[isUse ? 'noteUse' : 'note'](noted);
      }
    } catch (error) {
      this.parts.log.warn({ activity: inbound.id, err: error }, 'team not noted');
    }
  }
}

function isSame(known: Contact | undefined, contact: Contact): boolean {
  return (
    known?.conversationId === contact.conversationId &&
    known.serviceUrl === contact.serviceUrl &&
    known.language === contact.language &&
    known.isSettled === contact.isSettled
  );
}
