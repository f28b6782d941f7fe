/** Draws the picture of a recognition. */
import { BoundedCache } from '../../../platform/bounded-cache.js';
import type { Clock } from '../../../platform/clock.js';
import type { BrandColours } from '../../../platform/pictures/colours.js';
import type { Painter } from '../../../platform/pictures/painter.js';
import { PICTURE_WIDTHS, type PictureSize } from '../cards/picture-links.js';
import { attributeOf, fromOf, type WordParts } from '../cards/recognition-words.js';
import { isTold, type Recognition, recognitionId } from '../domain/recognition.js';
import type { Sendings } from '../store/sendings.js';
import { type Language, textIn } from '../text/catalogue.js';

/** One that is in a channel is looked at by many at once. A picture takes about 150 KB. */
const DRAWN = { entries: 100, ms: 10 * 60_000 };

export interface PictureParts extends WordParts {
  sendings: Pick<Sendings, 'load'>;
  painter: Pick<Painter, 'draw'>;
  colours: BrandColours;
  organisation: string;
  clock: Clock;
}

export class Pictures {
  readonly #drawn: BoundedCache<Buffer>;

  constructor(private readonly parts: PictureParts) {
    this.#drawn = new BoundedCache(parts.clock, DRAWN);
  }

  /**
   * @param id as in `recognitionId`.
   * @returns a PNG; undefined when it was taken back or away.
   */
  async draw(id: string, language: Language, size: PictureSize): Promise<Buffer | undefined> {
    const [sendingId = ''] = id.split('.');
    const stored = await this.parts.sendings.load(sendingId);
    const recognition = stored?.recognitions.find((one) => recognitionId(one) === id);
    if (!recognition || !isTold(recognition)) return undefined;
    return this.#drawn.get(`${id}:${language}:${size}`, () => this.#paint(recognition, language, size));
  }

  async #paint(recognition: Recognition, language: Language, size: PictureSize): Promise<Buffer> {
    const { painter, names, colours, organisation } = this.parts;
    const from = await fromOf(this.parts, recognition, language);
    const view = {
      language,
      colours,
      heading: textIn(language).recognitions.picture.heading(organisation),
      name: await names.of(recognition.personId),
      title: attributeOf(this.parts, recognition.attribute).attribute,
      words: recognition.message,
      from: from.map(({ text }) => text).join(''),
      seed: recognitionId(recognition),
    };
    return painter.draw(view, PICTURE_WIDTHS[size]);
  }
}
