import type { Logger } from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import { HttpError } from './errors.ts';

/** Bytes of a request's body: a message of a person is a hundredth of it. */
const MAX_BODY_BYTES = 64 * 1024;

/**
 * An HTTP server without routes: bodies are limited, errors are JSON `{error: {code, message}}`, nothing internal leaves. restify's own log is
 * silent: it would print requests whole.
 */
export function createHttpServer(log: Logger): Server {
  const server = restify.createServer({
    name: '',
    log: log.child({}, { level: 'silent' }) as never,
    handleUncaughtExceptions: false,
  });
  server.pre(securityHeaders);
  server.use(restify.plugins.bodyReader({ maxBodySize: MAX_BODY_BYTES }));
  server.use(restify.plugins.jsonBodyParser({ mapParams: false, bodyReader: true }));
  server.on('restifyError', (request: Request, response: Response, error: RestifyError, done: () => void) => {
    const known = publicError(error);
    if (known.statusCode >= 500)
      log.error({ err: error, method: request.method, path: request.path() }, 'a request failed');
    if (!response.headersSent) {
      response.header('Cache-Control', 'no-store');
      response.send(known.statusCode, { error: { code: known.code, message: known.message } });
    }
    done();
  });
  return server;
}

function securityHeaders(_request: Request, response: Response, next: () => void): void {
  response.header('X-Content-Type-Options', 'nosniff');
  response.header('Referrer-Policy', 'no-referrer');
  next();
}

type RestifyError = Error & { statusCode?: number; body?: { code?: string; message?: string } };

/** What the sender of a request may know of an error: ours as they are, restify's 4xx, and of all else that it happened. */
function publicError(error: RestifyError): HttpError {
  if (error instanceof HttpError) return error;
  const { statusCode = 500, body } = error;
  if (statusCode >= 400 && statusCode < 500)
    return new HttpError(statusCode, body?.code ?? 'BadRequest', body?.message || 'The request cannot be served.');
  return new HttpError(500, 'InternalError', 'Something went wrong on our side. Try again in a moment.');
}
