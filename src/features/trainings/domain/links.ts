/** The addresses that lead to a training. */

export interface LinkParts {
  /** Where people reach this server. */
  publicUrl: () => string;
  /** `28:` and the app id. */
  botId: string;
}

/** Under which address each kind of page is; `web/training-routes.ts` serves them. */
export type FileKind = 'xlsx' | 'csv';

export class TrainingLinks {
  constructor(private readonly parts: LinkParts) {}

  /** Opens the chat with the bot in Teams, with the code written in it, ready to be sent. */
  chat(code: string): string {
    const query = `users=${this.parts.botId}&message=${encodeURIComponent(`asistencia ${code}`)}`;
    return `https://teams.microsoft.com/l/chat/0/0?${query}`;
  }

  /** The form for people without Teams. */
  form(trainingId: string, code: string): string {
    return this.#page(`/trainings/${trainingId}/attend`, { code });
  }

  /** The wall. The key is all that it takes to see it. */
  screen(trainingId: string, key: string): string {
    return this.#page(`/trainings/${trainingId}/screen`, { key });
  }

  file(trainingId: string, kind: FileKind, ticket: string): string {
    return this.#page(`/trainings/${trainingId}/attendance.${kind}`, { ticket });
  }

  #page(path: string, query: Record<string, string>): string {
    const url = new URL(path, this.parts.publicUrl());
    url.search = new URLSearchParams(query).toString();
    return url.href;
  }
}
