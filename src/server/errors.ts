/** A request that cannot be served, as its sender is told: `{error: {code, message}}` with this status. */
export class HttpError extends Error {
  override name = 'HttpError';
  readonly statusCode: number;
  /** Stable, for programs. */
  readonly code: string;

  constructor(statusCode: number, code: string, message: string) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
  }
}

export const badRequest = (message: string) => new HttpError(400, 'BadArgument', message);
export const forbidden = (message: string) => new HttpError(403, 'Forbidden', message);
export const unauthorised = (message: string) => new HttpError(401, 'Unauthorized', message);
