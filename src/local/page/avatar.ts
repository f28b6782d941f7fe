const TINTS = ['#8764b8', '#0b6a0b', '#986f0b', '#c239b3', '#005b70', '#a4262c', '#4f6bed', '#7a7574'];

export function tintOf(index: number): string {
  return TINTS[index % TINTS.length] ?? '#5b5fc7';
}

/** A disc with initials. The name is next to it, so screen readers skip it. */
export function avatar(name: string, tint?: string): HTMLElement {
  const element = document.createElement('span');
  element.className = tint === undefined ? 'avatar bot' : 'avatar';
  element.setAttribute('aria-hidden', 'true');
  if (tint !== undefined) element.style.setProperty('--tint', tint);
  element.textContent = name
    .split(' ')
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('');
  return element;
}
