/** What the page keeps in this browser, shared by its windows. */

/** @returns undefined when nothing is kept, or what is kept cannot be read. */
export function readKept<T>(key: string): T | undefined {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keep(key: string, value: unknown): void {
  localStorage.setItem(key, JSON.stringify(value));
}

/** Values by name. It is read anew each time, since another window may have written. */
export class KeptMap<T> {
  constructor(private readonly key: string) {}

  get(name: string): T | undefined {
    return this.#read()[name];
  }

  values(): T[] {
    return Object.values(this.#read());
  }

  /** @param value undefined to forget it. */
  set(name: string, value: T | undefined): void {
    const { [name]: _, ...others } = this.#read();
    keep(this.key, value === undefined ? others : { ...others, [name]: value });
  }

  /** Calls back when another window has changed something. */
  onChangeElsewhere(changed: () => void): void {
    window.addEventListener('storage', ({ key }) => {
      if (key === this.key) changed();
    });
  }

  #read(): Record<string, T> {
    return readKept<Record<string, T>>(this.key) ?? {};
  }
}

/** The name of what one person has in one chat. */
export const placeOf = (personId: string, conversationId: string) => `${personId} ${conversationId}`;
