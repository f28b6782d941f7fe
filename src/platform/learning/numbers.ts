/** The numbers in a file, one after another, without a copy of them: what is read stays in memory once. */

/** Of a number of 32 bits. */
export const NUMBER_BYTES = 4;

export class Numbers {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at: number;

  /** @param from where the numbers begin; those of 32 bits must stand at a multiple of four from there. */
  constructor(bytes: Buffer, from = 0) {
    const isAligned = (bytes.byteOffset + from) % NUMBER_BYTES === 0;
    this.#bytes = (isAligned ? bytes : new Uint8Array(bytes)) as Uint8Array<ArrayBuffer>;
    this.#at = from;
  }

  integers(count: number): Int32Array {
    return new Int32Array(this.#bytes.buffer, this.#next(count * NUMBER_BYTES), count);
  }

  floats(count: number): Float32Array {
    return new Float32Array(this.#bytes.buffer, this.#next(count * NUMBER_BYTES), count);
  }

  bytes(count: number): Int8Array {
    return new Int8Array(this.#bytes.buffer, this.#next(count), count);
  }

  /** The number of bytes that are left; less than none if more was taken than is there. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  rest(): Buffer {
    return Buffer.from(this.#bytes.subarray(this.#at));
  }

  #next(length: number): number {
    const start = this.#bytes.byteOffset + this.#at;
    this.#at += length;
    return start;
  }
}
