/** Three hints that lead a newcomer through the story: tell as one person, decide as their superior, come back. */
import { make } from './dom.js';
import { icon } from './icons.js';
import { keep, readKept } from './kept.js';
import { firstNameOf } from './people.js';
import type { Session } from './session.js';
import type { ChatEvent, Person, State } from './types.js';

const KEY = 'hint';
type Step = 'tell' | 'decide' | 'return' | 'done';

const EXAMPLE =
  'Esta mañana en la ventanilla 4 le gritaron a un señor mayor porque no traía la fotocopia de la cédula. Se fue llorando.';

export class Hints {
  #step: Step = readKept<Step>(KEY) ?? 'tell';
  readonly #reporter: Person | undefined;
  readonly #superior: Person | undefined;

  constructor(
    private readonly element: HTMLElement,
    private readonly session: Session,
    state: State,
    /** Puts words in the text box of the open chat. */
    private readonly suggest: (text: string) => void,
  ) {
    this.#reporter = state.people.find(({ superiorId }) => superiorId !== undefined);
    this.#superior = session.person(this.#reporter?.superiorId ?? '');
    session.onChange(() => {
      if (this.#step === 'return' && session.me === this.#reporter) this.#go('done');
      else this.#draw();
    });
    this.#draw();
  }

  /** Goes on when the superior has been told, and when the reporter's chat says what the superior decided. */
  happened(event: ChatEvent): void {
    if (event.kind !== 'posted' && event.kind !== 'updated') return;
    const { conversationId, from, views } = event.message;
    const owner = [this.#reporter, this.#superior].find(
      (person) => person && this.session.personalOf(person)?.id === conversationId,
    );
    // What somebody sees after their own click is a view, not news.
    const isNews = from !== owner?.id && Object.keys(views).length === 0;
    if (!owner || !isNews) return;
    if (this.#step === 'tell' && owner === this.#superior) this.#go('decide');
    const isDecided = this.session.me === this.#superior && owner === this.#reporter;
    if (this.#step === 'decide' && isDecided) this.#go('return');
  }

  #go(step: Step): void {
    this.#step = step;
    keep(KEY, step);
    this.#draw();
  }

  #draw(): void {
    const reporter = this.#reporter;
    const superior = this.#superior;
    this.element.hidden = this.#step === 'done' || !reporter || !superior;
    if (this.element.hidden || !reporter || !superior) return;
    const [number, words, action] = this.#hint(reporter, superior);
    this.element.replaceChildren(
      make('span', { class: 'step' }, `Pista ${number} de 3`),
      make('p', {}, words),
      action ?? '',
      make(
        'button',
        {
          type: 'button',
          class: 'plain',
          'aria-label': 'No mostrar más pistas',
          title: 'No mostrar más pistas',
          click: () => this.#go('done'),
        },
        icon('close'),
      ),
    );
  }

  #hint(reporter: Person, superior: Person): [number, string, HTMLElement | undefined] {
    const [ana, luis] = [firstNameOf(reporter), firstNameOf(superior)];
    const { me } = this.session;
    if (this.#step === 'tell') {
      const words = `Eres ${ana} y viste algo que no debía pasar. Cuéntaselo al bot como se lo contarías a alguien, y envía el reporte.`;
      return me === reporter
        ? [1, words, this.#button('Usar un ejemplo', () => this.suggest(EXAMPLE))]
        : [1, `Empieza como ${ana}: cuéntale al bot algo que no debía pasar.`, this.#become(reporter)];
    }
    if (this.#step === 'decide') {
      return me === superior
        ? [
            2,
            `Ahora eres ${luis}. Lee lo que pasó y decide con un botón de la tarjeta: por ejemplo, Aceptar.`,
            undefined,
          ]
        : [
            2,
            `${luis} lidera a ${ana} y ya tiene el aviso. Mira la tarjeta como la ve.`,
            this.#become(superior),
          ];
    }
    return [
      3,
      `Listo. Vuelve a ser ${ana}: su tarjeta ya cuenta lo que decidió ${luis}.`,
      this.#become(reporter),
    ];
  }

  #become(person: Person): HTMLElement {
    return this.#button(`Ser ${firstNameOf(person)}`, () => this.session.be(person));
  }

  #button(words: string, click: () => void): HTMLElement {
    return make('button', { type: 'button', class: 'small', click }, words);
  }
}
