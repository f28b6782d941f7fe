import { chatUrl } from '../../../platform/people/chat-url.js';

/** Builds the links to a training. */
export class TrainingLinks {
  constructor(
    private readonly parts: {
      /** The address at which browsers reach this server. */
      publicUrl: () => string;
      /** `28:` and the app id. */
      botId: string;
    },
  ) {}

  /** Opens the chat with the bot in Teams, with the code already in the message box. */
  chat(code: string): string {
    return chatUrl(this.parts.botId, `asistencia ${code}`);
  }

  /** The page to register on: it opens Teams, shows the code to type, and has a form for people without Teams. */
  form(trainingId: string, code: string): string {
    return this.#page(`/trainings/${trainingId}/attend`, { code });
  }

  /** The picture of a QR code that leads to that page. */
  qr(trainingId: string, code: string): string {
    return this.#page(`/trainings/${trainingId}/qr.png`, { code });
  }

  /** The screen that the trainer projects. The key in the link is all that opening it takes. */
  screen(trainingId: string, key: string): string {
    return this.#page(`/trainings/${trainingId}/screen`, { key });
  }

  /** The page that checks certificates. */
  certificate(): URL {
    return new URL('/certificado', this.parts.publicUrl());
  }

  #page(path: string, query: Record<string, string>): string {
    const url = new URL(path, this.parts.publicUrl());
    url.search = new URLSearchParams(query).toString();
    return url.href;
  }
}
