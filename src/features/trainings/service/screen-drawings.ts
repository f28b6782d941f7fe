import { qrDrawing } from '../../../platform/pictures/qr.js';
import type { TrainingLinks } from '../cards/links.js';
import { rotatingCode, turnAt } from '../domain/codes.js';
import type { Training } from '../domain/training.js';

export interface Drawings {
  teamsQr: string;
  webQr: string;
}

/** Draws both QR codes of a screen, once per turn for all watchers. */
export class ScreenDrawings {
  readonly #drawn = new Map<string, Promise<Drawings & { turn: number }>>();

  constructor(private readonly links: TrainingLinks) {}

  async of(training: Training, now: Date): Promise<Drawings> {
    const turn = turnAt(now);
    const drawn = await this.#drawn.get(training.id);
    if (drawn?.turn === turn) return drawn;
    const drawing = this.#draw(training, turn);
    this.#drawn.set(training.id, drawing);
    return drawing;
  }

  clear(): void {
    this.#drawn.clear();
  }

  async #draw(training: Training, turn: number): Promise<Drawings & { turn: number }> {
    const code = rotatingCode(training.secret, turn);
    const [teamsQr, webQr] = await Promise.all([
      qrDrawing(this.links.chat(code)),
      qrDrawing(this.links.form(training.id, code)),
    ]);
    return { turn, teamsQr, webQr };
  }
}
