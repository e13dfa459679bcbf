import type { AnswerData, QuizData, VerdictData } from '../../dialogs/reply.ts';

interface WireActivity {
  id: string;
  type: string;
  text?: string;
  from: { id: string; role?: string };
  channelData?: { answer?: AnswerData; quiz?: QuizData; verdict?: VerdictData };
  suggestedActions?: { actions: { title: string; value: unknown; text?: string }[] };
}

export interface HttpAnswer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

/** One JSON request to a running app. */
export async function http<T = { error?: { code: string; message: string } }>(
  origin: string,
  method: string,
  path: string,
  {
    token,
    body,
    raw,
    headers = {},
  }: { token?: string; body?: unknown; raw?: string; headers?: Record<string, string> } = {},
): Promise<HttpAnswer<T>> {
  const response = await fetch(origin + path, {
    method,
    headers: {
      ...(body !== undefined || raw !== undefined ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: raw ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : undefined) as T, headers: response.headers };
}

export interface Conversation {
  conversationId: string;
  token: string;
  streamUrl: string;
}

/** A new conversation, greeted. */
export async function openConversation(origin: string, locale = 'fr-BE'): Promise<Conversation> {
  const generated = await http<{ token: string }>(origin, 'POST', '/v3/directline/tokens/generate');
  const started = await http<Conversation>(origin, 'POST', '/v3/directline/conversations', {
    token: generated.body.token,
    body: { locale },
  });
  return started.body;
}

export const activitiesPath = ({ conversationId }: Conversation) =>
  `/v3/directline/conversations/${conversationId}/activities`;

/** The log of a conversation from a watermark on. */
export async function readLog(origin: string, conversation: Conversation, watermark = '') {
  const { body } = await http<{ activities: WireActivity[]; watermark: string }>(
    origin,
    'GET',
    `${activitiesPath(conversation)}?watermark=${watermark}`,
    { token: conversation.token },
  );
  return body;
}

/** Says something and returns what the bot answered to it. */
export async function say(origin: string, conversation: Conversation, text: string): Promise<WireActivity[]> {
  const before = await readLog(origin, conversation);
  const posted = await http(origin, 'POST', activitiesPath(conversation), {
    token: conversation.token,
    body: { type: 'message', text },
  });
  if (posted.status !== 200) throw new Error(`POST activities: ${posted.status} ${JSON.stringify(posted.body)}`);
  const { activities } = await readLog(origin, conversation, before.watermark);
  return activities.filter((activity) => activity.from.role === 'bot');
}
