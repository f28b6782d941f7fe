/** Which days a text names, and as what: where an absence begins, where it ends, when the person is back. */
import { type Named, nameAt } from './date-grammar.js';
import { type Token, tokensOf } from './date-words.js';

/** `at`: named without saying what it is. `and`: one more day. `in`: so long from today. `back`: not away any more. */
export type Role = 'at' | 'and' | 'from' | 'until' | 'in' | 'back';

export interface Mention {
  role: Role;
  named: Named;
  /** Where its tokens end. */
  end: number;
}

export interface Reading {
  mentions: Mention[];
  /** It says that the end is not known, or speaks of something that takes several days. */
  isOpen: boolean;
}

export function read(text: string, today: string): Reading {
  return new Reader(tokensOf(text), today).read();
}

class Reader {
  readonly #mentions: Mention[] = [];
  #isOpen = false;
  /** Behind "vuelvo", until the sentence ends; `denied` behind "no vuelvo". */
  #back: 'no' | 'yes' | 'denied' = 'no';
  #isBetween = false;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly today: string,
  ) {}

  read(): Reading {
    let at = 0;
    while (at < this.tokens.length) at = this.#mention(at, 'at') ?? this.#marked(at) ?? this.#passed(at);
    this.#endOfSentence();
    return { mentions: this.#mentions, isOpen: this.#isOpen };
  }

  /** Takes a name that begins here, and returns where the next token is. */
  #mention(at: number, role: Role): number | undefined {
    const isListed = role === 'and' || this.#continuesDate(role, at) || this.#beginsList(at);
    const found = nameAt(this.tokens, at, this.today, {
      afterRole:
        role === 'from' ||
        role === 'until' ||
        this.#back !== 'no' ||
        (role === 'and' && this.#mentions.at(-1)?.named.kind === 'month'),
      isListed,
    });
    if (!found) return undefined;
    const end = at + found.count;
    const isAlso = this.tokens[end]?.tag === 'also';
    this.#mentions.push({ role: isAlso ? 'and' : this.#roleNow(role, found.named), named: found.named, end });
    return end;
  }

  #roleNow(role: Role, named: Named): Role {
    if (this.#back === 'no' || role === 'and') return role;
    const isBack = this.#back === 'yes' ? role !== 'from' : role === 'until';
    if (!isBack) return role;
    if (named.kind !== 'length' || role === 'in') this.#back = 'no';
    return named.kind === 'length' && role !== 'in' ? role : 'back';
  }

  /** Takes a word that gives the name behind it a role: "desde", "hasta", "y", "en". */
  #marked(at: number): number | undefined {
    const tag = this.tokens[at]?.tag;
    const follows = this.#mentions.at(-1)?.end === at;
    const next = this.#skipped(at + 1);
    if (tag === 'from') return this.#mention(next, 'from');
    if (tag === 'until') {
      const end = this.#mention(next, 'until');
      this.#isOpen ||= end === undefined;
      return end;
    }
    if (tag === 'to') {
      // "a" is many things: it leads to the end of a range only from its beginning.
      const isRange = follows || this.tokens[at + 1]?.tag === 'el';
      return isRange ? this.#mention(at + 1, 'until') : undefined;
    }
    if (tag === 'in')
      return this.#nameOf(at + 1)?.kind === 'length' ? this.#mention(at + 1, 'in') : undefined;
    if (this.#mentions.length > 0 && (tag === 'and' || (tag === 'comma' && follows))) {
      const role = this.#isBetween && tag === 'and' ? 'until' : 'and';
      this.#isBetween &&= role !== 'until';
      return this.#mention(tag === 'comma' && this.tokens[next]?.tag === 'and' ? next + 1 : next, role);
    }
    return undefined;
  }

  /** Goes past a token that begins nothing. */
  #passed(at: number): number {
    const tag = this.tokens[at]?.tag;
    if (tag === 'between') this.#isBetween = true;
    if (tag === 'lasting') this.#isOpen = true;
    if (tag === 'end') this.#endOfSentence();
    if (tag === 'back') this.#turnBack(at);
    return at + 1;
  }

  #turnBack(at: number): void {
    this.#back = this.#isDenied(at) ? 'denied' : 'yes';
    this.#backAt = at;
  }
  #backAt = 0;

  #isDenied(at: number): boolean {
    return this.tokens.slice(Math.max(0, at - 2), at).some(({ tag }) => tag === 'no');
  }

  /** "El 8 vuelvo": the day stands before the word, and none behind it. */
  #endOfSentence(): void {
    const before = this.#mentions.find(({ end }) => end === this.#backAt);
    if (this.#back === 'yes' && before && /^(at|and)$/.test(before.role)) before.role = 'back';
    this.#back = 'no';
  }

  /** "Dec 21-31". */
  #continuesDate(role: Role, at: number): boolean {
    const last = this.#mentions.at(-1);
    return role === 'until' && last?.named.kind === 'date' && last.end === at - 1;
  }

  /** "3 al 10 de diciembre", "3-17 dic": two numbers, the second of which names the days. */
  #beginsList(at: number): boolean {
    if (this.tokens[at]?.tag !== 'number') return false;
    const isLinked = /^(to|and|comma|until)$/.test(this.tokens[at + 1]?.tag ?? '');
    const named = isLinked ? this.#nameOf(at + 2) : undefined;
    return named?.kind === 'date';
  }

  #nameOf(at: number): Named | undefined {
    return nameAt(this.tokens, at, this.today)?.named;
  }

  #skipped(at: number): number {
    let next = at;
    while (this.tokens[next]?.tag === 'about') next++;
    return next;
  }
}
