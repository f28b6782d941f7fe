/** Fills the screen with the events of the server, and shows when the connection is lost. */

interface State {
  kind: 'state';
  admission: 'open' | 'early' | 'late' | 'closed';
  code: string;
  left: number;
  teamsQr: string;
  webQr: string;
  count: number;
  capacity: number;
}

type ScreenEvent = State | { kind: 'gone' };

/** A code lasts 20 s, so the server always sends an event within this time. */
const SILENT_AFTER_MS = 25_000;
const AGAIN_AFTER_MS = 2_000;
const TURN_MS = 20_000;

const find = <E extends HTMLElement>(selector: string): E => {
  const element = document.querySelector<E>(selector);
  if (!element) throw new Error(selector);
  return element;
};

const board = find('.board');
const sign = find('.sign');
const code = find('.code');
const number = find('.number');
const capacity = find('.capacity');
const progress = find<HTMLProgressElement>('progress');
const pictures = {
  teams: find<HTMLImageElement>('.teams-qr img'),
  web: find<HTMLImageElement>('.web-qr img'),
};

let source: EventSource | undefined;
let heardAt = performance.now();
let changesAt = 0;
let isGone = false;
let admission: State['admission'] = 'open';

function connect(): void {
  source?.close();
  heardAt = performance.now();
  source = new EventSource(board.dataset.events ?? '');
  source.onmessage = ({ data }: MessageEvent<string>) => {
    heardAt = performance.now();
    show(JSON.parse(data) as ScreenEvent);
  };
  source.onopen = () => {
    heardAt = performance.now();
    lost(false);
  };
  source.onerror = () => {
    lost(true);
    // The browser reconnects by itself after a network error, but not after a response that is no stream.
    if (source?.readyState === EventSource.CLOSED) window.setTimeout(connect, AGAIN_AFTER_MS);
  };
}

function show(event: ScreenEvent): void {
  if (event.kind === 'gone') {
    isGone = true;
    source?.close();
    board.classList.add('gone');
    tell(board.dataset.gone ?? '');
    return;
  }
  admission = event.admission;
  changesAt = performance.now() + event.left;
  code.textContent = event.code;
  number.textContent = String(event.count);
  capacity.textContent = event.capacity > 0 ? ` ${capacity.dataset.of} ${event.capacity}` : '';
  picture(pictures.teams, event.teamsQr);
  picture(pictures.web, event.webQr);
  board.classList.toggle('ended', admission === 'closed' || admission === 'late');
  lost(false);
}

function picture(image: HTMLImageElement, address: string): void {
  if (image.src !== address) image.src = address;
  image.hidden = false;
}

function lost(isLost: boolean): void {
  if (isGone) return;
  board.classList.toggle('offline', isLost);
  tell((isLost ? board.dataset.offline : admission === 'open' ? '' : board.dataset[admission]) ?? '');
}

function tell(words: string): void {
  if (sign.textContent !== words) sign.textContent = words;
  sign.hidden = words === '';
}

/** Shows how long the code lasts, and reconnects when the server has been silent too long. */
function tick(): void {
  if (isGone) return;
  const left = changesAt - performance.now();
  progress.value = Math.max(0, Math.min(1, left / TURN_MS));
  if (performance.now() - heardAt > SILENT_AFTER_MS) {
    lost(true);
    connect();
  }
}

/** Keeps the display awake if the browser supports it. */
function stayAwake(): void {
  if (document.visibilityState !== 'visible') return;
  navigator.wakeLock?.request('screen').catch(() => undefined);
}

find('.full-screen').addEventListener('click', () => void document.documentElement.requestFullscreen());
document.addEventListener('visibilitychange', stayAwake);
window.addEventListener('offline', () => lost(true));
window.addEventListener('online', connect);
window.setInterval(tick, 500);
stayAwake();
connect();
