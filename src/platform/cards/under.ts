import type { Card } from './renderer.js';

/** A card with the body of another one below its own. */
export const under = (card: Card, below: Card): Card => ({
  ...card,
  body: [...bodyOf(card), ...bodyOf(below)],
});

const bodyOf = ({ body }: Card): unknown[] => (Array.isArray(body) ? body : []);
