import { type Access, DIRECT_LINE } from './access.ts';
import type { ChatConfig } from './chatConfig.ts';
import { chatStyle } from './chatStyle.ts';
import { FULL_SCREEN } from './panel.ts';

/** What we use of Web Chat's bundle. */
type WebChat = Pick<typeof import('botframework-webchat'), 'createDirectLine' | 'createStore' | 'renderWebChat'>;

declare global {
  interface Window {
    WebChat?: WebChat;
  }
}

/** `ConnectionStatus` of botframework-directlinejs. */
const EXPIRED_TOKEN = 3;
const FAILED_TO_CONNECT = 4;

/** What was said before comes in one go; after a pause like this there is no more of it. */
const HISTORY_PAUSE_MILLIS = 200;
/** A conversation begins with a greeting. Should there be none, nobody waits longer for it than this. */
const LONGEST_SILENCE_MILLIS = 3000;
/** Longer than Web Chat takes to notice that its transcript was scrolled. */
const SCROLL_MILLIS = 50;

/** A conversation on the screen. */
export interface Room {
  /** Says something in the person's name; not before the room is settled. */
  say(text: string): Promise<void>;
  /** What the person said that has not arrived. */
  unsent(): string[];
  /** Goes on with a fresh token. */
  reconnect(access: Access): void;
  leave(): void;
}

interface StoreActivity {
  /** Missing as long as the service has not given one. */
  id?: string;
  from?: { role?: string };
  text?: string;
  replyToId?: string;
  channelData?: { answer?: { kind?: string } };
}

/** What Web Chat's store is told, and all that we read of it. */
interface StoreAction {
  type: string;
  payload?: { activity?: StoreActivity };
}

export interface RoomOptions {
  config: ChatConfig;
  access: Access;
  /** Is filled with a child. */
  element: HTMLElement;
  onConnected: () => void;
  /** Called once all is on the screen that was said before: only then is what is said now put below it. */
  onSettled: () => void;
  /** Called when the conversation was erased, at the person's wish: what is on the screen is no more. */
  onErased: () => void;
  onExpired: () => void;
  onFailed: () => void;
}

/** Web Chat's script, loaded once; after a failure the next call tries again. */
export async function loadWebChat(url: string): Promise<WebChat> {
  if (!window.WebChat) await loadScript(url);
  if (!window.WebChat) throw new Error('Web Chat is not in its script');
  return window.WebChat;
}

/** Shows the conversation with all that was said before, and connects. */
export function enterRoom(webChat: WebChat, options: RoomOptions): Room {
  const { config, access, element, onConnected, onSettled, onErased, onExpired, onFailed } = options;
  let connected = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let settled = false;
  const settle = () => {
    clearTimeout(settling);
    settled = true;
    onSettled();
  };
  const settleIn = (millis: number) => {
    clearTimeout(settling);
    settling = setTimeout(settle, millis);
  };
  const hear = ({ type, payload }: StoreAction) => {
    if (type === 'DIRECT_LINE/CONNECT_FULFILLED' && !connected) {
      connected = true;
      onConnected();
      settleIn(LONGEST_SILENCE_MILLIS);
    }
    if (type === 'DIRECT_LINE/INCOMING_ACTIVITY' && !settled) settleIn(HISTORY_PAUSE_MILLIS);
    if (type === 'DIRECT_LINE/POST_ACTIVITY_PENDING' && !settled) settle();
    if (type === 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY' && settled && tellsOfErasure(payload?.activity)) onErased();
  };
  const store = webChat.createStore({}, () => (next: (action: unknown) => unknown) => (action: StoreAction) => {
    const result = next(tidied(action));
    hear(action);
    return result;
  });
  /** Everything is gone, and with it the « yes » that the bot's last message replies to. */
  const tellsOfErasure = (activity: StoreActivity | undefined) => {
    const { activities }: { activities: StoreActivity[] } = store.getState();
    return activity?.channelData?.answer?.kind === 'erase' && !activities.some(({ id }) => id === activity.replyToId);
  };
  // no conversation id: with a token that is bound to one, this starts it, or goes on with all of its log
  const directLine = webChat.createDirectLine({
    domain: DIRECT_LINE,
    token: access.token,
    conversationStartProperties: { locale: config.locale },
  });
  const status = directLine.connectionStatus$.subscribe((value: number) => {
    if (value === EXPIRED_TOKEN) onExpired();
    if (value === FAILED_TO_CONNECT) onFailed();
  });

  const room = document.createElement('div');
  room.className = 'chat__transcript';
  element.replaceChildren(room);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const fullScreen = matchMedia(FULL_SCREEN);
  const render = () =>
    webChat.renderWebChat(
      {
        directLine,
        store,
        locale: config.locale,
        nonce: pageNonce(),
        overrideLocalizedStrings: config.texts.webChat,
        styleOptions: chatStyle({ dark: dark.matches, fullScreen: fullScreen.matches }, config.iconUrl),
        activityStatusMiddleware: withoutTimes,
      },
      room,
    );
  dark.addEventListener('change', render);
  fullScreen.addEventListener('change', render);
  render();

  return {
    async say(text) {
      await scrollToEnd(room);
      store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text } });
    },
    unsent() {
      const { activities }: { activities: StoreActivity[] } = store.getState();
      const unsent = activities.filter(({ from, id }) => from?.role === 'user' && !id);
      return unsent.flatMap(({ text }) => text ?? []);
    },
    reconnect({ conversationId, token }) {
      directLine.reconnect({ conversationId, token });
    },
    leave() {
      clearTimeout(settling);
      dark.removeEventListener('change', render);
      fullScreen.removeEventListener('change', render);
      status.unsubscribe();
      directLine.end();
      room.remove();
    },
  };
}

/** A message of the bot, so that no line begins with the punctuation that French puts a space before. */
function tidied(action: StoreAction): StoreAction {
  const { activity } = action.payload ?? {};
  if (action.type !== 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY' || activity?.from?.role !== 'bot') return action;
  const text = activity.text?.replace(/ (?=[:;?!»€%])/g, '\u00a0').replace(/« /g, '«\u00a0');
  return { ...action, payload: { ...action.payload, activity: { ...activity, ...(text ? { text } : {}) } } };
}

/**
 * Shows the end of the transcript, so that Web Chat follows what comes next, as it does after what is typed. It
 * believes in a scroll only from the second event on after the transcript has grown (react-scroll-to-bottom): so two.
 */
async function scrollToEnd(room: HTMLElement): Promise<void> {
  const transcript = room.querySelector('.webchat__basic-transcript__scrollable');
  if (!transcript) return;
  const end = transcript.scrollHeight - transcript.clientHeight;
  for (const top of [end - 1, end]) {
    transcript.scrollTop = top;
    await new Promise((resolve) => setTimeout(resolve, SCROLL_MILLIS));
  }
}

/** Times are noise in a talk of minutes. Screen readers still have them, and what could not be sent still says so. */
const withoutTimes = () => (next: (options: object) => unknown) => (options: object) =>
  next({ ...options, hideTimestamp: true });

function loadScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.nonce = pageNonce();
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error('Web Chat could not be loaded'));
    };
    document.head.append(script);
  });
}

/** The nonce of the page's content security policy. */
const pageNonce = () => document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '';
