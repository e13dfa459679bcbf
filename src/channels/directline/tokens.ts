import { errors, jwtVerify, SignJWT } from 'jose';

/** Whom a token lets into which conversation. */
export interface Grant {
  conversation: string;
  user: string;
}

/** Signed tokens of the Direct Line service: HS256 (RFC 7519), bound to one conversation and one user. */
export interface Tokens {
  issue(grant: Grant): Promise<string>;
  /** @returns the grant; `undefined` where the token is forged, malformed or expired */
  verify(token: string): Promise<Grant | undefined>;
  /**
   * Like `verify`, but lets a token through that expired less than `REFRESH_DAYS` ago: somebody who comes back the next
   * day goes on with the conversation that only this browser has the token of.
   */
  verifyForRefresh(token: string): Promise<Grant | undefined>;
}

/** Seconds a token is good for. */
export const TOKEN_SECONDS = 30 * 60;
/** How long after it expired a token can still be exchanged for a fresh one. */
const REFRESH_DAYS = 7;
const AUDIENCE = 'directline';

/** @param secret at least 32 characters; whoever has it can read every conversation */
export function createTokens(secret: string): Tokens {
  const key = new TextEncoder().encode(secret);
  const read = async (token: string, clockTolerance: number): Promise<Grant | undefined> => {
    try {
      const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], audience: AUDIENCE, clockTolerance });
      const { conv, sub } = payload;
      return typeof conv === 'string' && typeof sub === 'string' ? { conversation: conv, user: sub } : undefined;
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
  return {
    issue: ({ conversation, user }) =>
      new SignJWT({ conv: conversation })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(user)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(`${TOKEN_SECONDS}s`)
        .sign(key),
    verify: (token) => read(token, 0),
    verifyForRefresh: (token) => read(token, REFRESH_DAYS * 24 * 60 * 60),
  };
}
