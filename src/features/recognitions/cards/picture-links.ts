/** The addresses of the pictures of recognitions: what they open with is signed, so that nobody can make one up. */
import type { FeatureContext } from '../../../feature.js';
import type { Signable, Signer } from '../../../platform/storage/signer.js';
import type { Language } from '../../../platform/text/catalogue.js';
import { type Recognition, recognitionId } from '../domain/recognition.js';

/** `card`: as large as Teams shows in a card (1,024 px at most). `whole`: to be kept. */
export const PICTURE_WIDTHS = { card: 1_000, whole: 1_200 } as const;
export type PictureSize = keyof typeof PICTURE_WIDTHS;

export const PICTURE_PATH = '/recognitions/:id/picture.png';

export class PictureLinks {
  constructor(private readonly parts: Pick<FeatureContext, 'publicUrl'> & { signer: Signer }) {}

  /** It shows what the recognition says for as long as it is there. */
  of(
    recognition: Pick<Recognition, 'sendingId' | 'personId'>,
    language: Language,
    size: PictureSize,
  ): string {
    const id = recognitionId(recognition);
    const url = new URL(PICTURE_PATH.replace(':id', id), this.parts.publicUrl());
    const key = this.parts.signer.sign(signed(id, language));
    url.search = new URLSearchParams({ lang: language, size, key }).toString();
    return url.href;
  }

  isOurs(id: string, language: Language, key: string): boolean {
    return this.parts.signer.verify(key, signed(id, language)) === 'valid';
  }
}

const signed = (id: string, language: Language): Signable => ['recognition-picture', id, language];
