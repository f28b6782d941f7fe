/**
 * What people have told in several messages before they report it. Kept in this process alone, for half an hour: who has not
 * authorised it has nothing stored of what they tell. On another instance the story begins anew.
 */
const KEPT_MS = 30 * 60_000;
const MOST_PEOPLE = 2_000;
const MOST = 8_000;

interface Story {
  pieces: string[];
  at: number;
}

/** What else somebody wrote of late is looked through for who is said to be the problem. */
const MOST_SAID = 6;

export class Stories {
  readonly #told = new Map<string, Story>();
  /** Of reports that were set aside, by draft. */
  readonly #aside = new Map<string, Story>();
  readonly #said = new Map<string, Story>();

  /** Takes the next piece; what was told twice counts once. Returns how many pieces there are. */
  tell(personId: string, text: string, now: Date): number {
    const pieces = [...piecesOf(this.#told, personId, now).filter((one) => one !== text.trim()), text.trim()];
    keep(this.#told, personId, { pieces, at: now.getTime() });
    return pieces.length;
  }

  /** Empty when there is none. */
  of(personId: string, now: Date): string {
    return piecesOf(this.#told, personId, now).join('\n').slice(0, MOST);
  }

  /** Takes whatever somebody writes. */
  hear(personId: string, text: string, now: Date): void {
    const pieces = [...piecesOf(this.#said, personId, now), text].slice(-MOST_SAID);
    keep(this.#said, personId, { pieces, at: now.getTime() });
  }

  /** What somebody wrote of late, beside the story itself. */
  around(personId: string, now: Date): string {
    return piecesOf(this.#said, personId, now).join('\n').slice(0, MOST);
  }

  over(personId: string): void {
    this.#told.delete(personId);
  }

  /** Keeps what was told for the draft that is set aside: the next story is another one. */
  setAside(personId: string, draftId: string, now: Date): void {
    const pieces = piecesOf(this.#told, personId, now);
    if (pieces.length > 0) keep(this.#aside, draftId, { pieces, at: now.getTime() });
    this.over(personId);
  }

  /** Takes the story up again; empty when it was not set aside, or too long ago. */
  takeUp(personId: string, draftId: string, now: Date): string {
    const pieces = piecesOf(this.#aside, draftId, now);
    this.#aside.delete(draftId);
    if (pieces.length > 0) keep(this.#told, personId, { pieces, at: now.getTime() });
    return this.of(personId, now);
  }
}

function piecesOf(stories: ReadonlyMap<string, Story>, personId: string, now: Date): string[] {
  const story = stories.get(personId);
  return story && now.getTime() - story.at < KEPT_MS ? story.pieces : [];
}

function keep(stories: Map<string, Story>, personId: string, story: Story): void {
  stories.delete(personId);
  stories.set(personId, story);
  const [oldest] = stories.keys();
  if (stories.size > MOST_PEOPLE && oldest !== undefined) stories.delete(oldest);
}
