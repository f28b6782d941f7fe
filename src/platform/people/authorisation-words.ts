/** The words of the authorisation, with who answers for the data and where the privacy notice is. */
import { type Language, textIn } from '../text/catalogue.js';

export class AuthorisationWords {
  constructor(private readonly settings: { organisation: string; url?: string }) {}

  /** On the card of a report: going on is authorising. */
  forReport(language: Language): string {
    const text = textIn(language).privacy.authorisation;
    return this.#withLink(text.report(this.settings.organisation), language);
  }

  /** On the welcome: the button is authorising. */
  forWelcome(language: Language): string {
    const text = textIn(language).privacy.authorisation;
    return this.#withLink(text.welcome(this.settings.organisation), language);
  }

  /** All of it, a paragraph each. */
  full(language: Language): string[] {
    const text = textIn(language).privacy.authorisation;
    const paragraphs = [...text.full(this.settings.organisation)];
    const link = this.#withLink('', language).trim();
    return link ? [...paragraphs, link] : paragraphs;
  }

  #withLink(words: string, language: Language): string {
    const { url } = this.settings;
    return url ? `${words} [${textIn(language).privacy.authorisation.link}](${url})` : words;
  }
}
