import type { Request } from 'restify';

/** The origin under which the person reached us: the configured one, or the one of the request itself. */
export function originOf(request: Request, publicUrl: string | undefined): string {
  return publicUrl ?? `${request.isSecure() ? 'https' : 'http'}://${request.header('host')}`;
}
