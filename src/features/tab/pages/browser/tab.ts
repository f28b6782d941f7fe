/** The script of «mi página» inside Teams: it signs in, takes the theme, and opens chats in Teams. */
import type { app } from '@microsoft/teams-js';
import { signIn } from './sign-in.js';

const THEME = 'tema';

/** Teams shows a tab in a frame, and on phones in a window of its own with a bridge. */
const isInTeams = window.parent !== window || 'nativeInterface' in window;

if (isInTeams) void start();

async function start(): Promise<void> {
  const entry = document.querySelector<HTMLElement>('[data-opening]');
  const words = entry?.querySelector<HTMLElement>('p');
  if (entry && words) words.textContent = entry.dataset.opening ?? '';
  try {
    // As soon as it is loaded it asks a server of Microsoft which hosts are Teams'. The page does not let it, and it goes by
    // the list that it has; outside Teams it is not loaded at all.
    const teams = await import('./teams.js');
    await teams.app.initialize();
    teams.app.registerOnThemeChangeHandler(showTheme);
    openChatsInTeams(teams.app.openLink);
    if (!entry) return;
    const isOpen = await signIn(() => teams.authentication.getAuthToken());
    if (isOpen) return location.reload();
  } catch {
    // Not Teams, or it gives no token: the page says how else to open it.
  }
  if (entry && words) words.textContent = entry.dataset.failed ?? '';
}

/** The links of the page keep the theme in the address. */
function showTheme(theme: string): void {
  const address = new URL(location.href);
  if (address.searchParams.get(THEME) === theme) return;
  address.searchParams.set(THEME, theme);
  location.replace(address);
}

/** A link to Teams would open a browser, which asks to open Teams. */
function openChatsInTeams(openLink: typeof app.openLink): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link?.href.startsWith('https://teams.microsoft.com/l/')) return;
    event.preventDefault();
    // Where Teams cannot, the browser may.
    openLink(link.href).catch(() => window.open(link.href, '_blank', 'noopener'));
  });
}
