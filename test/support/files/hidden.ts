/** The content of a file, wherever its bytes hold it. */
import { constants, inflateSync } from 'node:zlib';

/** The bytes of a file, and all in it that zlib has packed (streams of PDF, chunks of PNG), as text of several encodings. */
export function everythingIn(content: Buffer): string {
  return [content, ...unpackedIn(content)].map(asText).join('\n');
}

const asText = (bytes: Buffer): string => {
  const plain = bytes.toString('latin1').replaceAll('#20', ' ');
  const hex = plain.replace(/<([0-9a-f\s]{8,})>/gi, (_, digits: string) =>
    Buffer.from(digits.replace(/\s/g, ''), 'hex').toString('latin1'),
  );
  // UTF-16 of Latin letters is the letters with zeros between them.
  return [plain, hex].map((text) => `${text}\n${text.replaceAll('\0', '')}`).join('\n');
};

function unpackedIn(content: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (
    let at = content.indexOf(0x78);
    at >= 0 && at + 2 < content.length;
    at = content.indexOf(0x78, at + 1)
  ) {
    if (content.readUInt16BE(at) % 31 !== 0) continue;
    try {
      const unpacked = inflateSync(content.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH });
      if (unpacked.length > 0) found.push(unpacked);
    } catch {
      // Two bytes that look like the begin of packed ones.
    }
  }
  return found;
}
