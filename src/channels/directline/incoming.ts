import { randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import { z } from 'zod';
import { badRequest } from '../../server/errors.ts';
import type { Grant } from './tokens.ts';

/** What a client may send; everything else about an activity is ours to say, and unknown fields are dropped. */
const clientActivity = z.object({
  type: z.enum(['message', 'event', 'typing']),
  text: z.string().optional(),
  locale: z.string().max(35).optional(),
  name: z.string().max(200).optional(),
  value: z.unknown().optional(),
  channelData: z.record(z.string(), z.unknown()).optional(),
  // the bot reads no files: that there was one is all it needs to know
  attachments: z
    .array(z.object({ contentType: z.string().max(200), name: z.string().max(500).optional() }))
    .max(10)
    .optional(),
});

/**
 * A client's activity as the bot sees it: the sender and the conversation are the token's, whatever the client says.
 * @param origin the one by which the client reached us
 * @throws HttpError 400 where it is no activity
 */
export function incomingActivity(body: unknown, grant: Grant, origin: string): Partial<Activity> {
  const parsed = clientActivity.safeParse(body);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badRequest(`Not an activity: ${issue?.path.join('.') || 'body'} ${issue?.message ?? ''}`.trim());
  }
  return { ...addressed(grant, origin), ...parsed.data } as Partial<Activity>;
}

/** What starts a conversation: the user has come in, and the bot greets. */
export function arrival(grant: Grant, origin: string, locale: string | undefined): Partial<Activity> {
  const activity = {
    ...addressed(grant, origin),
    type: 'conversationUpdate',
    membersAdded: [{ id: grant.user, name: '' }],
  };
  return locale ? { ...activity, locale } : activity;
}

const addressed = ({ conversation, user }: Grant, origin: string): Partial<Activity> => ({
  id: randomUUID(),
  timestamp: new Date(),
  channelId: 'directline',
  serviceUrl: origin,
  conversation: { id: conversation, isGroup: false, name: '', conversationType: 'personal' },
  from: { id: user, name: '', role: 'user' },
  recipient: BOT,
});

/** The bot as clients see it. */
const BOT = { id: 'bot', name: 'bot', role: 'bot' };
