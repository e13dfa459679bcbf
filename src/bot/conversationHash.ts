import { createHash } from 'node:crypto';
import type { Activity } from 'botbuilder';

/** Tells conversations apart in the log without saying whose they are. */
export function conversationHash({ channelId, conversation }: Partial<Activity>): string {
  return createHash('sha256').update(`${channelId}/${conversation?.id}`).digest('base64url').slice(0, 12);
}
