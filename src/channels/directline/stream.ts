import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Store } from '../../storage/store.ts';
import type { Tokens } from './tokens.ts';
import { parseWatermark } from './watermark.ts';

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/;
/** Clients send nothing over the socket. */
const MAX_FRAME_BYTES = 1024;
/** A socket that has not answered the last ping by the next one is gone. */
const PING_MILLIS = 30_000;
/** How long a client may take to say goodbye. */
const GOODBYE_MILLIS = 1000;

interface Listener {
  socket: WebSocket;
  /** What the client has been sent so far, as a position of the log. */
  sent: number;
  /** Deliveries run one after another, so that none is sent twice or out of order. */
  delivery: Promise<void>;
  alive: boolean;
}

/** The WebSocket side of Direct Line: each socket is sent the log from its watermark on, and then what is appended. */
export interface Stream {
  /** Tells the sockets of a conversation that its log has grown. */
  notify(conversation: string): void;
  /** Asks every client to reconnect, and stops. */
  close(): void;
}

export function createStream(server: Server, store: Store, tokens: Tokens, log: Logger): Stream {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  const listeners = new Map<string, Set<Listener>>();

  const deliver = (conversation: string, listener: Listener) => {
    listener.delivery = listener.delivery.then(async () => {
      try {
        const { activities, watermark } = await store.readLog(conversation, listener.sent);
        listener.sent = watermark;
        if (activities.length > 0) listener.socket.send(JSON.stringify({ activities, watermark: String(watermark) }));
      } catch (err) {
        log.error({ err }, 'a socket could not be served');
        listener.socket.close(1011);
      }
    });
  };

  const join = (conversation: string, watermark: number, socket: WebSocket) => {
    const listener: Listener = { socket, sent: watermark, delivery: Promise.resolve(), alive: true };
    const others = listeners.get(conversation) ?? new Set();
    listeners.set(conversation, others.add(listener));
    socket.on('pong', () => {
      listener.alive = true;
    });
    socket.on('error', (err) => log.debug({ err }, 'a socket failed'));
    socket.on('close', () => {
      others.delete(listener);
      if (others.size === 0) listeners.delete(conversation);
    });
    deliver(conversation, listener);
  };

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [path = '', query = ''] = (request.url ?? '').split('?');
    const parameters = new URLSearchParams(query);
    const conversation = decode(STREAM_PATH.exec(path)?.[1]);
    const grant = await tokens.verify(parameters.get('t') ?? '');
    if (!grant || grant.conversation !== conversation)
      return socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    const watermark = parseWatermark(parameters.get('watermark'));
    sockets.handleUpgrade(request, socket, head, (client) => join(conversation, watermark, client));
  };

  server.on('upgrade', (request, socket, head) => {
    socket.on('error', (err) => log.debug({ err }, 'a connection failed'));
    upgrade(request, socket, head).catch((err) => {
      log.error({ err }, 'an upgrade failed');
      socket.destroy();
    });
  });

  const pings = setInterval(() => {
    for (const set of listeners.values())
      for (const listener of set) {
        if (!listener.alive) listener.socket.terminate();
        listener.alive = false;
        listener.socket.ping();
      }
  }, PING_MILLIS).unref();

  return {
    notify(conversation) {
      for (const listener of listeners.get(conversation) ?? []) deliver(conversation, listener);
    },
    close() {
      clearInterval(pings);
      const all = [...listeners.values()].flatMap((set) => [...set]);
      for (const { socket } of all) socket.close(1012, 'restarting');
      setTimeout(() => {
        for (const { socket } of all) socket.terminate();
      }, GOODBYE_MILLIS).unref();
      sockets.close();
    },
  };
}

function decode(segment: string | undefined): string {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    return '';
  }
}
