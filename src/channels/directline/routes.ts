import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { badRequest, forbidden, HttpError, unauthorised } from '../../server/errors.ts';
import { originOf } from '../../server/origin.ts';
import type { Store } from '../../storage/store.ts';
import type { DirectLineAdapter } from './adapter.ts';
import { arrival, incomingActivity } from './incoming.ts';
import { type Grant, TOKEN_SECONDS, type Tokens } from './tokens.ts';
import { parseWatermark } from './watermark.ts';

export interface DirectLineOptions {
  adapter: DirectLineAdapter;
  store: Store;
  tokens: Tokens;
  /** Lets its bearer open a conversation without a token, as a site's own server does. */
  secret: string;
  /** Origins of pages that may open conversations, beside our own. */
  allowedOrigins: readonly string[];
  publicUrl?: string | undefined;
}

const ROOT = '/v3/directline';

/** Azure's service asks for this prefix too; it keeps people apart from the bot. Another id is replaced. */
const user = z.object({ id: z.string().startsWith('dl_').max(200).optional().catch(undefined) });
const generateBody = z.object({ user: user.optional() }).nullish();
const startBody = z.object({ locale: z.string().max(35).optional(), user: user.optional() }).nullish();

/**
 * Mounts Direct Line 3.0 (Microsoft, "Direct Line API 3.0 reference") under `/v3/directline`. Posting an activity answers
 * once its turn is over and stored, so that the replies are in the log by then.
 */
export function mountDirectLine(server: Server, options: DirectLineOptions): void {
  const { adapter, store, tokens, secret, allowedOrigins, publicUrl } = options;

  const requireOrigin = (request: Request) => {
    const origin = request.header('origin');
    if (!origin || origin === originOf(request, publicUrl) || allowedOrigins.includes(origin)) return;
    throw forbidden('This page may not open conversations: its origin is not in WIDGET_ORIGINS.');
  };

  /** @throws HttpError 401 without a token, 403 with one that is not good here */
  const requireGrant = async (request: Request, verify = tokens.verify): Promise<Grant> => {
    const token = bearer(request);
    if (!token) throw unauthorised('An Authorization header with a bearer token is needed.');
    const grant = await verify(token);
    const wanted: string | undefined = request.params.conversation;
    if (!grant) throw new HttpError(403, 'TokenExpired', 'The token is not valid, or no longer.');
    if (wanted !== undefined && wanted !== grant.conversation)
      throw forbidden('The token is for another conversation.');
    return grant;
  };

  const isSecret = (token = '') => {
    const [given, wanted] = [token, secret].map((text) => createHash('sha256').update(text).digest());
    return given !== undefined && wanted !== undefined && timingSafeEqual(given, wanted);
  };

  const tokenFor = async (grant: Grant) => ({
    conversationId: grant.conversation,
    token: await tokens.issue(grant),
    expires_in: TOKEN_SECONDS,
  });

  const conversationFor = async (request: Request, grant: Grant, watermark = 0) => {
    const answer = await tokenFor(grant);
    const origin = originOf(request, publicUrl).replace(/^http/, 'ws');
    const path = `${ROOT}/conversations/${encodeURIComponent(grant.conversation)}/stream`;
    return { ...answer, streamUrl: `${origin}${path}?watermark=${watermark}&t=${answer.token}` };
  };

  server.post(`${ROOT}/tokens/generate`, async (request, response) => {
    requireOrigin(request);
    const { user } = parse(generateBody, request.body) ?? {};
    send(response, 200, await tokenFor(newGrant(user?.id)));
  });

  server.post(`${ROOT}/tokens/refresh`, async (request, response) => {
    send(response, 200, await tokenFor(await requireGrant(request, tokens.verifyForRefresh)));
  });

  server.post(`${ROOT}/conversations`, async (request, response) => {
    const { locale, user } = parse(startBody, request.body) ?? {};
    const grant = isSecret(bearer(request)) ? newGrant(user?.id) : await requireGrant(request);
    await adapter.begin(arrival(grant, originOf(request, publicUrl), locale));
    send(response, 201, await conversationFor(request, grant));
  });

  server.get(`${ROOT}/conversations/:conversation`, async (request, response) => {
    const grant = await requireGrant(request);
    send(response, 200, await conversationFor(request, grant, parseWatermark(queryOf(request).get('watermark'))));
  });

  server.get(`${ROOT}/conversations/:conversation/activities`, async (request, response) => {
    const grant = await requireGrant(request);
    const page = await store.readLog(grant.conversation, parseWatermark(queryOf(request).get('watermark')));
    send(response, 200, { activities: page.activities, watermark: String(page.watermark) });
  });

  server.post(`${ROOT}/conversations/:conversation/activities`, async (request, response) => {
    const grant = await requireGrant(request);
    const activity = incomingActivity(request.body, grant, originOf(request, publicUrl));
    if (activity.type !== 'typing') await adapter.receive(activity);
    send(response, 200, { id: activity.id });
  });
}

const newGrant = (user: string | undefined): Grant => ({
  conversation: randomUUID(),
  user: user ?? `dl_${randomUUID()}`,
});

const bearer = (request: Request) => /^Bearer (.+)$/i.exec(request.header('authorization') ?? '')?.[1];

const queryOf = (request: Request) => new URLSearchParams(request.getQuery());

function parse<T extends z.ZodType>(shape: T, body: unknown): z.infer<T> {
  const parsed = shape.safeParse(body);
  if (parsed.success) return parsed.data;
  throw badRequest('The body has another shape than Direct Line 3.0 gives it.');
}

function send(response: Response, status: number, body: object): void {
  response.header('Cache-Control', 'no-store');
  response.send(status, body);
}
