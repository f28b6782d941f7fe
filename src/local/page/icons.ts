/** Drawn icons: a sign of a font may be missing on the machine. */

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  attach:
    'M13.5 6.5l-6 6a2 2 0 0 0 2.8 2.8l6.4-6.4a3.6 3.6 0 0 0-5.1-5.1L5 10.4a5.2 5.2 0 0 0 7.4 7.4l5.1-5.1',
  add: 'M10.5 4v12M4.5 10h12',
  back: 'M12.5 4l-6 6 6 6',
  channels: 'M8.5 3.5l-1.5 13M14 3.5l-1.5 13M4 8h13.5M3.5 12.5H17',
  chat: 'M3 4.5h15v10H9.5L6 17.5v-3H3z',
  chevron: 'M6 8l4.5 4.5L15 8',
  close: 'M5.5 5l10 10M15.5 5l-10 10',
  copy: 'M7.5 6.5h9v11h-9zM13.5 6.5v-4h-9v11h3',
  meeting: 'M3 6h9.500v8.500H3zM12.500 9l5-2.500v7.500l-5-2.500',
  more: 'M5 10h.1M10.5 10h.1M16 10h.1',
  people:
    'M8 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 17c0-3 2.4-5 5.5-5s5.5 2 5.5 5M14 9.5a2.5 2.5 0 1 0 0-5M15.5 12.300c2 .5 3.300 2.200 3.300 4.700',
  phone: 'M6 2.5h9v15H6zM9.5 15h2',
  search: 'M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12zM13.5 13.5l4 4',
  shield: 'M10.5 2.500l6.500 2.500v5c0 4-3 6.500-6.500 7.500-3.500-1-6.500-3.500-6.500-7.500v-5z',
  send: 'M3.5 3.5l15 6.5-15 6.5 2-6.5zM5.5 10h7',
  tab: 'M3 4h15v12.500H3zM3 8h15M8 8v8.500',
  theme: 'M10.5 3a7 7 0 1 0 0 14zM10.5 3a7 7 0 0 1 0 14',
  warning: 'M10.5 3.5l7.5 13H3zM10.5 8.5v4M10.5 14.600v.1',
  wire: 'M3 7h13M13 4l3 3-3 3M18 13.5H5M8 10.5l-3 3 3 3',
} as const;

export type IconName = keyof typeof PATHS;

/** A decoration: the button around it has the name. */
export function icon(name: IconName): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 21 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
