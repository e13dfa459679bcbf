import path from 'node:path';
import { z } from 'zod';

/** An environment variable that is set to nothing is not set. */
const optional = <T extends z.ZodType>(shape: T) => z.preprocess((v) => (v === '' ? undefined : v), shape.optional());
const withDefault = <T extends z.ZodType>(shape: T, value: z.input<T>) =>
  z.preprocess((v) => (v === '' || v === undefined ? value : v), shape);

const origin = z
  .string()
  .refine(
    (v) => URL.canParse(v) && new URL(v).origin === v.replace(/\/$/, ''),
    'must be an origin such as https://bot.example',
  )
  .transform((v) => new URL(v).origin);
const count = z.coerce.number('must be a whole number').int('must be a whole number');

const environment = z.object({
  PORT: withDefault(count.min(0, 'must be 0 to 65535').max(65535, 'must be 0 to 65535'), '3978'),
  HOST: withDefault(z.string(), '127.0.0.1'),
  PUBLIC_URL: optional(origin),
  DATA_DIR: withDefault(z.string(), './data'),
  DIRECT_LINE_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  WIDGET_ORIGINS: withDefault(
    z
      .string()
      .transform((v) => v.split(/[\s,]+/).filter(Boolean))
      .pipe(z.array(origin)),
    '',
  ),
  LOG_LEVEL: withDefault(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], 'must be trace, debug, info, warn, error or silent'),
    'info',
  ),
  DEFAULT_LOCALE: withDefault(z.string().regex(/^[a-z]{2}$/, 'must be a language such as fr'), 'fr'),
  ADVISOR_URL: optional(
    z.url({ protocol: /^https?$/, error: 'must be a link such as https://school.example/contact' }),
  ),
  ADVISOR_EMAIL: optional(z.email('must be an e-mail address')),
  MicrosoftAppId: optional(z.string()),
  MicrosoftAppPassword: optional(z.string()),
  MicrosoftAppType: optional(
    z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], 'must be SingleTenant, MultiTenant or UserAssignedMSI'),
  ),
  MicrosoftAppTenantId: optional(z.string()),
});

/** All settings of the bot. `.env.example` explains each variable. */
export interface Config {
  port: number;
  host: string;
  /** The origin people reach the bot by; where missing, the one of each request. */
  publicUrl?: string | undefined;
  dataDir: string;
  directLineSecret?: string | undefined;
  /** Origins of other sites that may embed the chat. */
  widgetOrigins: string[];
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
  defaultLocale: string;
  advisor: { url?: string | undefined; email?: string | undefined };
  /** Without it the bot is in local mode: `/api/messages` serves this machine only. */
  microsoftApp?: MicrosoftApp | undefined;
}

export interface MicrosoftApp {
  id: string;
  password: string;
  type: 'SingleTenant' | 'MultiTenant' | 'UserAssignedMSI';
  tenantId: string;
}

/** A setting does not hold. The message names the variable, what is wrong and what to do. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * @param env the environment, such as `process.env`
 * @throws ConfigError naming every variable that does not hold
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((i) => `  ${i.path[0]?.toString()} ${i.message}`).join('\n');
    throw new ConfigError(
      `These settings do not hold:\n${problems}\nWhat to do: mend them in .env or in the environment (.env.example explains each).`,
    );
  }
  const e = parsed.data;
  if (env.REDIS_URL)
    throw new ConfigError('REDIS_URL is set, and this version keeps everything in DATA_DIR. What to do: unset it.');
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: e.PUBLIC_URL,
    dataDir: path.resolve(e.DATA_DIR),
    directLineSecret: e.DIRECT_LINE_SECRET,
    widgetOrigins: e.WIDGET_ORIGINS,
    logLevel: e.LOG_LEVEL,
    defaultLocale: e.DEFAULT_LOCALE,
    advisor: { url: e.ADVISOR_URL, email: e.ADVISOR_EMAIL },
    microsoftApp: microsoftApp(e),
  };
}

function microsoftApp(e: z.infer<typeof environment>): MicrosoftApp | undefined {
  const { MicrosoftAppId: id, MicrosoftAppPassword: password = '', MicrosoftAppTenantId: tenantId = '' } = e;
  if (!id) return undefined;
  const type = e.MicrosoftAppType ?? 'SingleTenant';
  const missing = [
    ...(type !== 'UserAssignedMSI' && !password ? ['MicrosoftAppPassword'] : []),
    ...(type !== 'MultiTenant' && !tenantId ? ['MicrosoftAppTenantId'] : []),
  ];
  if (missing.length > 0)
    throw new ConfigError(
      `MicrosoftAppId is set as ${type}, but ${missing.join(' and ')} is not. What to do: set it, or unset MicrosoftAppId for local mode.`,
    );
  return { id, password, type, tenantId };
}

/** @throws ConfigError where the bot does not speak the default language */
export function requireLocale(defaultLocale: string, spoken: readonly string[]): void {
  if (!spoken.includes(defaultLocale))
    throw new ConfigError(
      `DEFAULT_LOCALE ${defaultLocale} is no language of the content. What to do: set it to ${spoken.join(', ')}.`,
    );
}
