/** Numbers in a file, one after another: they are read without a copy where they are aligned, so that they stand in memory once. */

/** Of a number of 32 bits. */
const NUMBER_BYTES = 4;

/** Returns an object as a line whose length is a multiple of four, as the numbers after it need. */
export function lineOf(head: object): Buffer {
  const line = JSON.stringify(head);
  const missing = -(Buffer.byteLength(line) + 1) & (NUMBER_BYTES - 1);
  return Buffer.from(`${line}${' '.repeat(missing)}\n`);
}

/** The bytes of the numbers of an array. */
export const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

export class Numbers {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  /** @param from where the numbers begin; those of 32 bits have to stand at a multiple of four from there. */
  constructor(bytes: Buffer, from = 0) {
    const numbers = bytes.subarray(from) as Uint8Array<ArrayBuffer>;
    this.#bytes = numbers.byteOffset % NUMBER_BYTES === 0 ? numbers : new Uint8Array(numbers);
  }

  integers(count: number): Int32Array<ArrayBuffer> {
    return new Int32Array(this.#bytes.buffer, this.#next(count * NUMBER_BYTES), count);
  }

  floats(count: number): Float32Array<ArrayBuffer> {
    return new Float32Array(this.#bytes.buffer, this.#next(count * NUMBER_BYTES), count);
  }

  bytes(count: number): Int8Array<ArrayBuffer> {
    return new Int8Array(this.#bytes.buffer, this.#next(count), count);
  }

  /** The number of bytes that are left; less than none if more was taken than is there. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  rest(): Buffer {
    return bytesOf(this.#bytes.subarray(this.#at));
  }

  #next(length: number): number {
    const start = this.#bytes.byteOffset + this.#at;
    this.#at += length;
    return start;
  }
}
