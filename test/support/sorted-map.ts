/** A map that gives its keys in the order of UTF-16 units, and sorts them when that is asked for. */
export class SortedMap<Value> {
  readonly #values = new Map<string, Value>();
  #sorted: string[] | undefined;

  get size(): number {
    return this.#values.size;
  }

  get(key: string): Value | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: Value): void {
    if (!this.#values.has(key)) this.#sorted = undefined;
    this.#values.set(key, value);
  }

  delete(key: string): void {
    if (this.#values.delete(key)) this.#sorted = undefined;
  }

  /** The values, in no order. */
  values(): IterableIterator<Value> {
    return this.#values.values();
  }

  /** The keys from this one on. */
  keysFrom(first: string, most = Infinity): string[] {
    this.#sorted ??= [...this.#values.keys()].sort();
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < first) low = middle + 1;
      else high = middle;
    }
    return this.#sorted.slice(low, low + most);
  }
}
