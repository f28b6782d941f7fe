/** Opens what pops up beside its button, and never outside of the window. */
export function openBeside(popover: HTMLElement, button: HTMLElement): void {
  popover.addEventListener('toggle', () => {
    const { bottom, left } = button.getBoundingClientRect();
    popover.style.top = `${Math.min(bottom, window.innerHeight - popover.offsetHeight - 8)}px`;
    popover.style.left = `${Math.min(left, window.innerWidth - popover.offsetWidth - 8)}px`;
  });
}
