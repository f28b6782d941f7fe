/**
 * The text of the authorisation, with the organisation responsible for the data and a link to the privacy
 * notice.
 */
import { type Language, textIn } from '../text/catalogue.js';

export class AuthorisationWords {
  constructor(private readonly settings: { organisation: string; url?: string | undefined }) {}

  /** For the card of a report, where continuing gives the authorisation. */
  forReport(language: Language): string {
    const text = textIn(language).authorisation;
    return this.#withLink(text.report(this.settings.organisation), language);
  }

  /** For the welcome, where the button gives the authorisation. */
  forWelcome(language: Language): string {
    const text = textIn(language).authorisation;
    return this.#withLink(text.welcome(this.settings.organisation), language);
  }

  /** The full text, by paragraphs. */
  full(language: Language): string[] {
    const text = textIn(language).authorisation;
    const paragraphs = [...text.full(this.settings.organisation)];
    const link = this.#withLink('', language).trim();
    return link ? [...paragraphs, link] : paragraphs;
  }

  #withLink(words: string, language: Language): string {
    const { url } = this.settings;
    return url ? `${words} [${textIn(language).authorisation.link}](${url})` : words;
  }
}
