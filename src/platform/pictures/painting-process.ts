/** The process that draws pictures: one for each message, which it answers with the picture or what went wrong. */
import { drawKeepsake, type Keepsake } from './keepsake.js';

export interface Painting {
  view: Keepsake;
  width?: number | undefined;
}

export type Painted = { picture: Uint8Array } | { failure: string };

process.on('message', ({ view, width }: Painting) => {
  drawKeepsake(view, width).then(
    (picture) => answer({ picture }),
    (error: unknown) => answer({ failure: String(error) }),
  );
});
process.on('disconnect', () => process.exit());

function answer(painted: Painted): void {
  process.send?.(painted);
}
