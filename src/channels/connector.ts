import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { TurnQueue } from '../bot/turnQueue.ts';
import type { MicrosoftApp } from '../config.ts';
import { badRequest, forbidden, unauthorised } from '../server/errors.ts';
import type { PageTexts } from '../server/pageTexts.ts';
import { showVerdicts } from './teams/showVerdicts.ts';

export interface ConnectorOptions {
  /** Missing in local mode: then only this machine is served. */
  app: MicrosoftApp | undefined;
  queue: TurnQueue;
  /** In every language of the content. */
  pageTexts: Readonly<Record<string, PageTexts>>;
  logic: (context: TurnContext) => Promise<void>;
  onFault: (context: TurnContext, error: Error) => Promise<void>;
}

/** What every activity of the Bot Framework protocol has; the rest is botbuilder's to read. */
const activityShape = z.looseObject({
  type: z.string().min(1),
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  conversation: z.looseObject({ id: z.string().min(1) }),
  text: z.string().nullish(),
});

/** Hosts of Microsoft's connector; a token vouches for the sender, this for where our replies go. */
const CONNECTOR_HOSTS = /^((.+\.)?botframework\.(com|us)|smba\.trafficmanager\.net|(.+\.)?teams\.microsoft\.(com|us))$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * botbuilder's adapter without its own HTTP handling, which would tell callers the texts of our errors.
 */
class ConnectorAdapter extends CloudAdapter {
  /**
   * @param authorization the request's Authorization header
   * @throws HttpError 401 where it lets nobody in
   */
  async receive(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    try {
      const response = await this.processActivity(authorization, withDates(activity), logic);
      return { status: response?.status ?? 200, body: response?.body };
    } catch (error) {
      if (isUnauthorised(error)) throw unauthorised('The Authorization header is not that of a Bot Framework channel.');
      throw error;
    }
  }
}

/** Mounts `POST /api/messages`: the Bot Framework protocol of Teams, the Emulator and the Agents Playground. */
export function mountConnector(server: Server, { app, queue, pageTexts, logic, onFault }: ConnectorOptions): void {
  const adapter = new ConnectorAdapter(
    new ConfigurationBotFrameworkAuthentication(
      app
        ? {
            MicrosoftAppId: app.id,
            MicrosoftAppPassword: app.password,
            MicrosoftAppType: app.type,
            MicrosoftAppTenantId: app.tenantId,
          }
        : {},
    ),
  );
  adapter.onTurnError = onFault;
  adapter.use((context, next) => queue.run(`${context.activity.channelId}/${context.activity.conversation.id}`, next));
  adapter.use(showVerdicts(pageTexts));

  server.post('/api/messages', async (request: Request, response: Response) => {
    const parsed = activityShape.safeParse(request.body);
    if (!parsed.success) throw badRequest('The body is no Bot Framework activity.');
    const { channelId, serviceUrl } = parsed.data;
    if (channelId === 'directline') throw forbidden('Direct Line conversations go through /v3/directline.');
    if (!app) requireLocal(request);
    if (!isAllowed(serviceUrl, app !== undefined)) throw forbidden('Replies are not sent to that serviceUrl.');
    const { status, body } = await adapter.receive(request.header('authorization') ?? '', request.body, logic);
    response.send(status, body);
  });
}

/** Without credentials nobody's identity is checked: only a program on this machine is served, and no proxy for others. */
function requireLocal(request: Request): void {
  const address = request.socket.remoteAddress ?? '';
  const local = address === '::1' || /^(::ffff:)?127\./.test(address);
  const proxied = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => request.header(name));
  // a proxy that adds no such header still passes on, or names itself as, another host
  const host = `http://${request.header('host')}`;
  const asked = URL.canParse(host) && LOOPBACK.has(new URL(host).hostname);
  if (!local || proxied || !asked)
    throw forbidden('Without MicrosoftAppId this endpoint serves programs on the same machine only.');
}

function isAllowed(serviceUrl: string, withCredentials: boolean): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  return withCredentials
    ? protocol === 'https:' && CONNECTOR_HOSTS.test(hostname)
    : ['http:', 'https:'].includes(protocol) && LOOPBACK.has(hostname);
}

/** Activities come as JSON: botbuilder expects their times as dates. */
function withDates(activity: Activity): Activity {
  const { timestamp, localTimestamp, expiration } = activity;
  return {
    ...activity,
    ...(timestamp ? { timestamp: new Date(timestamp) } : {}),
    ...(localTimestamp ? { localTimestamp: new Date(localTimestamp) } : {}),
    ...(expiration ? { expiration: new Date(expiration) } : {}),
  };
}

const isUnauthorised = (error: unknown) => error instanceof Error && 'statusCode' in error && error.statusCode === 401;
