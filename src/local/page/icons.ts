/** Drawn icons: a sign of a font may be missing on the machine. */

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  attach:
    'M13.5 6.5l-6 6a2 2 0 0 0 2.8 2.8l6.4-6.4a3.6 3.6 0 0 0-5.1-5.1L5 10.4a5.2 5.2 0 0 0 7.4 7.4l5.1-5.1',
  add: 'M10 4v12M4 10h12',
} as const;

/** A decoration: the button around it has the name. */
export function icon(name: keyof typeof PATHS): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 21 20');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
