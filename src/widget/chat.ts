/** The chat of the page: loads Web Chat when it is first opened, and connects it to this browser's conversation. */
import { keepFresh, obtainAccess } from './access.ts';
import { CHAT_CONFIG_ID, type ChatConfig } from './chatConfig.ts';
import { createPanel } from './panel.ts';
import { enterRoom, loadWebChat, type Room } from './webChat.ts';

/** Set in this tab while its panel is open, so that a reload opens it again. */
const OPEN = 'chat-open';
/** How long somebody waits for a connection before they are told that there is none. */
const PATIENCE_MILLIS = 20_000;

const config = JSON.parse(byId(CHAT_CONFIG_ID).textContent ?? '') as ChatConfig;
const status = byId('chat-status');

let connecting = false;
let room: Room | undefined;
/** What the page's buttons asked before there was a room to say it in. */
const unsaid: string[] = [];

const panel = createPanel(
  { panel: byId('chat'), close: byId('chat-close'), launcher: byId('chat-launcher'), page: byId('page') },
  () => {
    remember(true);
    if (!room && !connecting) connect();
  },
  () => remember(false),
);

for (const button of document.querySelectorAll<HTMLElement>('[data-ask]'))
  button.addEventListener('click', () => {
    const { ask } = button.dataset;
    if (ask && room) room.say(ask);
    else if (ask) unsaid.push(ask);
    panel.open();
  });

if (wasOpen()) panel.open({ focus: false });

async function connect(): Promise<void> {
  connecting = true;
  showStatus(config.texts.connecting);
  try {
    const [webChat, access] = await Promise.all([loadWebChat(config.webChatUrl), obtainAccess()]);
    let stopRefreshing = () => {};
    let left = false;
    const leaveTo = (next: () => void) => {
      if (left) return;
      left = true;
      clearTimeout(patience);
      stopRefreshing();
      setTimeout(entered.leave); // the connection may be just telling its news to all who listen
      connecting = false;
      room = undefined;
      next();
    };
    const entered = enterRoom(webChat, {
      config,
      access,
      element: byId('chat-room'),
      onConnected() {
        clearTimeout(patience);
        showStatus('');
        panel.focusInput();
      },
      onSettled() {
        connecting = false;
        room = entered;
        unsaid.splice(0).forEach(entered.say);
      },
      onErased: () => leaveTo(connectAgain),
      onExpired() {
        // the device has slept, say: Web Chat is at its end, but the token can still be exchanged
        if (room !== entered) return leaveTo(fail);
        unsaid.push(...entered.unsent());
        leaveTo(connectAgain);
      },
      onFailed: () => leaveTo(fail),
    });
    stopRefreshing = keepFresh(access, (fresh) => entered.reconnect(fresh));
    const patience = setTimeout(() => leaveTo(fail), PATIENCE_MILLIS);
  } catch {
    fail();
  }
}

/** The focus stays in the panel while what had it goes. */
function connectAgain(): void {
  const frame = byId('chat');
  if (frame.contains(document.activeElement)) frame.focus({ preventScroll: true });
  connect();
}

function fail(): void {
  connecting = false;
  const retry = document.createElement('button');
  retry.type = 'button';
  retry.className = 'button';
  retry.textContent = config.texts.retry;
  retry.addEventListener('click', connectAgain);
  showStatus(config.texts.failed, retry);
}

function showStatus(text: string, ...more: HTMLElement[]): void {
  const sentence = document.createElement('p');
  sentence.textContent = text;
  status.replaceChildren(...(text ? [sentence, ...more] : []));
  status.classList.toggle('chat__status--waiting', text !== '' && more.length === 0);
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element "${id}"`);
  return element;
}

function remember(open: boolean): void {
  try {
    if (open) sessionStorage.setItem(OPEN, 'yes');
    else sessionStorage.removeItem(OPEN);
  } catch {
    // storage is blocked: a reload closes the panel
  }
}

function wasOpen(): boolean {
  try {
    return sessionStorage.getItem(OPEN) !== null;
  } catch {
    return false;
  }
}
