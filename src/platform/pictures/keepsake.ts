/** Draws a keepsake: recipient, reason, words and sender. */
import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Language } from '../text/catalogue.js';
import { drawBloom } from './bloom.js';
import { type BrandColours, type Colour, inkOn, mix, readable } from './colours.js';
import { type Box, type Fitted, fitText } from './fitting.js';
import { drawable, registerFonts, SANS, SERIF } from './fonts.js';

export interface Keepsake {
  language: Language;
  colours: BrandColours;
  /** Above the name: what kind of picture it is. */
  heading: string;
  name: string;
  /** The reason, in a word or two. */
  title: string;
  /** Up to 500 characters, as written. */
  words: string;
  /** Below: who wrote them. */
  from: string;
  /** Pictures with the same seed have the same ornament. */
  seed: string;
}

/** Pixels; all places below are in them. */
export const KEEPSAKE_SIZE = { width: 1200, height: 630 } as const;

const { width: WIDTH, height: HEIGHT } = KEEPSAKE_SIZE;
const LEFT = 72;
const ROOM = 690;
const TOP = 62;
const BOTTOM = HEIGHT - 58;
/** From the letters to the edge of the box around them. */
const PAD = { x: 26, y: 13 };

/** @param width of the picture, whose height follows; Teams shows at most 1,024 px in a card. */
export async function drawKeepsake(view: Keepsake, width: number = WIDTH): Promise<Buffer> {
  const { createCanvas, GlobalFonts } = await import('@napi-rs/canvas');
  registerFonts(GlobalFonts);
  const scale = width / WIDTH;
  const canvas = createCanvas(width, Math.round(HEIGHT * scale));
  const context = canvas.getContext('2d');
  context.scale(scale, scale);
  const { primary, accent } = view.colours;
  const paper = mix(accent, '#ffffff', 0.93);
  context.fillStyle = paper;
  context.fillRect(0, 0, WIDTH, HEIGHT);
  drawOrnament(context, view);
  write(context, view, { ink: mix(inkOn(paper), primary, 0.12), brand: readable(primary, paper), accent });
  return canvas.encode('png');
}

function drawOrnament(context: SKRSContext2D, { colours: { primary, accent }, seed }: Keepsake): void {
  context.fillStyle = primary;
  context.beginPath();
  context.arc(1_175, 315, 375, 0, 2 * Math.PI);
  context.fill();
  drawBloom(context, { x: 1_130, y: 315, radius: 300, ground: primary, accent, seed });
}

interface Inks {
  ink: Colour;
  brand: Colour;
  accent: Colour;
}

function write(context: SKRSContext2D, view: Keepsake, { ink, brand, accent }: Inks): void {
  const on = writerOn(context);
  let y = TOP;
  const heading = on.fit(view.heading, SANS, '700', { largest: 27, smallest: 18, mostLines: 1 });
  y = on.draw(heading, { x: LEFT, y, colour: brand });

  const large = { largest: 80, leading: 1.12 };
  const inOneLine = on.fit(view.name, SERIF, '700', { ...large, smallest: 60, mostLines: 1 });
  const name = inOneLine.isWhole
    ? inOneLine
    : on.fit(view.name, SERIF, '700', { ...large, smallest: 40, mostLines: 2 });
  y = on.draw(name, { x: LEFT, y: y + 14, colour: ink });

  const title = on.fit(view.title, SANS, '800', {
    width: ROOM - 2 * PAD.x,
    largest: 32,
    smallest: 20,
    mostLines: 1,
  });
  if (title.lines.length > 0) {
    y += 22;
    const height = title.size + 2 * PAD.y;
    context.fillStyle = accent;
    context.beginPath();
    context.roundRect(LEFT, y, on.width(title) + 2 * PAD.x, height, height / 2);
    context.fill();
    on.draw(title, { x: LEFT + PAD.x, y: y + PAD.y - title.size * 0.12, colour: inkOn(accent) });
    y += height;
  }

  const from = on.fit(view.from, SANS, '600', { largest: 28, smallest: 18, mostLines: 1 });
  const footer = BOTTOM - from.size * 1.25;
  on.draw(from, { x: LEFT, y: footer, colour: ink });

  const [top, end] = [y + 26, footer - 22];
  const [open, close] = view.language === 'es' ? ['«', '»'] : ['“', '”'];
  const quoted = drawable(view.words) === '' ? '' : `${open}${view.words.trim()}${close}`;
  const words = on.fit(quoted, SERIF, 'italic 400', {
    height: end - top,
    largest: 42,
    smallest: 19,
    leading: 1.36,
  });
  const height = words.lines.length * words.size * words.leading;
  on.draw(words, { x: LEFT, y: top + Math.max(0, (end - top - height) / 2), colour: ink });
}

/** A text that has found its size. */
interface Written extends Fitted {
  font: string;
  leading: number;
}

function writerOn(context: SKRSContext2D) {
  const fontOf = (families: string, weight: string, size: number) => `${weight} ${size}px ${families}`;
  /** Widths grow with the size, so that one size is measured for all. */
  const MEASURED = 100;
  return {
    fit(
      text: string,
      families: string,
      weight: string,
      box: Pick<Box, 'largest' | 'smallest'> & Partial<Box>,
    ): Written {
      context.font = fontOf(families, weight, MEASURED);
      const whole = { width: ROOM, height: HEIGHT, leading: 1.25, ...box };
      const fitted = fitText(drawable(text), whole, (part) => context.measureText(part).width / MEASURED);
      return { ...fitted, font: fontOf(families, weight, fitted.size), leading: whole.leading };
    },
    width({ font, lines }: Written): number {
      context.font = font;
      return Math.max(...lines.map((line) => context.measureText(line).width));
    },
    /** @returns where the text ends. */
    draw(
      { font, lines, size, leading }: Written,
      { x, y, colour }: { x: number; y: number; colour: Colour },
    ): number {
      context.font = font;
      context.fillStyle = colour;
      context.textBaseline = 'alphabetic';
      for (const [at, line] of lines.entries()) {
        context.fillText(line, x, y + (at + 0.5) * size * leading + size * 0.35);
      }
      return y + lines.length * size * leading;
    },
  };
}
