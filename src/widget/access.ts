/** Lets this browser into its conversation. */
export interface Access {
  conversationId: string;
  token: string;
}

/** Where the Direct Line service is. */
export const DIRECT_LINE = `${location.origin}/v3/directline`;
/** Tokens are good for half an hour. */
const FRESH_MILLIS = 15 * 60_000;
const TIMEOUT_MILLIS = 15_000;
const STORED = 'chat-access';

/**
 * The access of this browser's last conversation, made fresh, or else that of a new one.
 * @throws Error where the service cannot be reached; the last conversation is then still kept
 */
export async function obtainAccess(): Promise<Access> {
  const last = read();
  const access = (last && (await refresh(last))) ?? (await post('tokens/generate'));
  if (!access) throw new Error('no token was issued');
  keep(access);
  return access;
}

/**
 * Keeps an access fresh while the page is open, also over the sleep of the device.
 * @param onFresh called with each fresh access
 * @returns stops it
 */
export function keepFresh(access: Access, onFresh: (access: Access) => void): () => void {
  let current = access;
  let since = Date.now();
  const renew = async () => {
    // a failure is no matter: the next time may do, and until then the old token may still be good
    const fresh = await refresh(current).catch(() => undefined);
    if (!fresh) return;
    current = fresh;
    since = Date.now();
    keep(fresh);
    onFresh(fresh);
  };
  const renewWhenSeen = () => {
    if (document.visibilityState === 'visible' && Date.now() - since > FRESH_MILLIS / 2) renew();
  };
  const timer = setInterval(renew, FRESH_MILLIS);
  document.addEventListener('visibilitychange', renewWhenSeen);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', renewWhenSeen);
  };
}

/** @returns `undefined` where the token has expired for good */
const refresh = ({ token }: Access) => post('tokens/refresh', token);

async function post(path: string, token?: string): Promise<Access | undefined> {
  const headers: HeadersInit = token ? { Authorization: `Bearer ${token}` } : {};
  const response = await fetch(`${DIRECT_LINE}/${path}`, {
    method: 'POST',
    headers,
    signal: AbortSignal.timeout(TIMEOUT_MILLIS),
  });
  if (response.status === 401 || response.status === 403) return undefined;
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return asAccess(await response.json());
}

function asAccess(value: unknown): Access | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { conversationId, token } = value as Partial<Record<keyof Access, unknown>>;
  return typeof conversationId === 'string' && typeof token === 'string' ? { conversationId, token } : undefined;
}

/** The last access, where storage is blocked. */
let kept: Access | undefined;

function read(): Access | undefined {
  try {
    return asAccess(JSON.parse(localStorage.getItem(STORED) ?? 'null')) ?? kept;
  } catch {
    return kept;
  }
}

function keep(access: Access): void {
  kept = access;
  try {
    localStorage.setItem(STORED, JSON.stringify(access));
  } catch {
    // storage is blocked: the conversation lasts as long as the page
  }
}
