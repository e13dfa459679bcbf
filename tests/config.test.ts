import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

type Env = Record<string, string | undefined>;

const SECRET = 'x'.repeat(32);
const DEFAULTS = {
  port: 3978,
  host: '127.0.0.1',
  publicUrl: undefined,
  dataDir: path.resolve('data'),
  directLineSecret: undefined,
  widgetOrigins: [],
  logLevel: 'info',
  defaultLocale: 'fr',
  advisor: { url: undefined, email: undefined },
  microsoftApp: undefined,
};
const VARIABLES = [
  ...['PORT', 'HOST', 'PUBLIC_URL', 'DATA_DIR', 'DIRECT_LINE_SECRET', 'WIDGET_ORIGINS', 'LOG_LEVEL', 'DEFAULT_LOCALE'],
  ...['ADVISOR_URL', 'ADVISOR_EMAIL'],
  ...['MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppType', 'MicrosoftAppTenantId'],
];

const refusal = (env: Env): string => {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error(`${JSON.stringify(env)} was taken`);
};

describe('the settings', () => {
  it('all have defaults, so that nothing needs setting to start', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  it('are not set where they are set to nothing, as in a copied .env.example', () => {
    expect(readConfig(Object.fromEntries(VARIABLES.map((name) => [name, ''])))).toEqual(DEFAULTS);
  });

  it('leave the rest of the environment alone', () => {
    expect(readConfig({ PATH: '/bin', port: '1', WIDGET_ORIGIN: '*' })).toEqual(DEFAULTS);
  });

  it.each([
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: '65535' }, { port: 65535 }],
    [{ HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    [{ PUBLIC_URL: 'https://bot.example' }, { publicUrl: 'https://bot.example' }],
    [{ PUBLIC_URL: 'https://bot.example:8443/' }, { publicUrl: 'https://bot.example:8443' }],
    [{ DATA_DIR: '/var/bot' }, { dataDir: path.resolve('/var/bot') }],
    [{ DATA_DIR: 'elsewhere' }, { dataDir: path.resolve('elsewhere') }],
    [{ DIRECT_LINE_SECRET: SECRET }, { directLineSecret: SECRET }],
    [{ LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [{ DEFAULT_LOCALE: 'nl' }, { defaultLocale: 'nl' }],
    [{ ADVISOR_URL: 'https://school.example/contact?a=1' }, { advisor: { url: 'https://school.example/contact?a=1' } }],
    [{ ADVISOR_EMAIL: 'ori@school.example' }, { advisor: { email: 'ori@school.example' } }],
  ])('are read: %j', (env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  it.each([
    ['PORT', 'http', 'whole number'],
    ['PORT', '80.5', 'whole number'],
    ['PORT', '-1', '0 to 65535'],
    ['PORT', '65536', '0 to 65535'],
    ['PUBLIC_URL', 'bot.example', 'https://bot.example'],
    ['PUBLIC_URL', 'https://bot.example/chat', 'origin'],
    ['DIRECT_LINE_SECRET', 'x'.repeat(31), '32 characters'],
    ['WIDGET_ORIGINS', '*', 'origin'],
    ['LOG_LEVEL', 'loud', 'debug'],
    ['DEFAULT_LOCALE', 'fr-BE', 'such as fr'],
    ['DEFAULT_LOCALE', 'FR', 'such as fr'],
    ['ADVISOR_URL', '/contact', 'https://school.example/contact'],
    // as a URL its scheme would be « school.example: »
    ['ADVISOR_URL', 'school.example:8080/contact', 'https://school.example/contact'],
    ['ADVISOR_URL', 'javascript:alert(1)', 'https://school.example/contact'],
    ['ADVISOR_EMAIL', 'advisor', 'e-mail address'],
    ['MicrosoftAppType', 'singletenant', 'SingleTenant'],
  ])('are refused with their name and a remedy: %s=%s', (name, value, problem) => {
    const message = refusal({ [name]: value });
    expect(message).toMatch(new RegExp(`^ {2}${name} must .*`, 'm'));
    expect(message).toContain(problem);
    expect(message).toContain('What to do: mend them in .env');
  });

  it('are refused without their value: the message stands in logs, and some are secrets', () => {
    expect(refusal({ DIRECT_LINE_SECRET: 'hunter2' })).not.toContain('hunter2');
  });

  it('are refused all at once, so that nobody mends them one start at a time', () => {
    const message = refusal({ PORT: 'http', HOST: 'fine', LOG_LEVEL: 'loud', ADVISOR_EMAIL: 'advisor' });
    for (const name of ['PORT', 'LOG_LEVEL', 'ADVISOR_EMAIL']) expect(message).toContain(`  ${name} must`);
    expect(message).not.toContain('HOST');
  });
});

describe('WIDGET_ORIGINS', () => {
  it.each([
    ['one', 'https://school.example', ['https://school.example']],
    ['commas', 'https://a.example,https://b.example', ['https://a.example', 'https://b.example']],
    ['blanks and line ends', ' https://a.example ,\n https://b.example\n', ['https://a.example', 'https://b.example']],
    ['a comma too many', 'https://a.example,,', ['https://a.example']],
    ['a slash at the end', 'https://a.example/', ['https://a.example']],
    ['a port', 'http://localhost:5173', ['http://localhost:5173']],
    ['commas alone', ' , ', []],
  ])('is a list: %s', (_what, value, expected) => {
    expect(readConfig({ WIDGET_ORIGINS: value }).widgetOrigins).toEqual(expected);
  });

  it.each([
    ['any origin', '*'],
    ['a path', 'https://a.example/page'],
    ['no scheme', 'a.example'],
    ['semicolons', 'https://a.example;https://b.example'],
    ['one good, one bad', 'https://a.example, b.example'],
    ['the origin of local files', 'null'],
    ['a user', 'https://me@a.example'],
  ])('takes origins only: not %s', (_what, value) => {
    expect(refusal({ WIDGET_ORIGINS: value })).toContain('WIDGET_ORIGINS must be an origin');
  });
});

describe('the Microsoft app', () => {
  const id = { MicrosoftAppId: 'an-id' };
  const password = { MicrosoftAppPassword: 'a-password' };
  const tenant = { MicrosoftAppTenantId: 'a-tenant' };
  const type = (name: string) => ({ MicrosoftAppType: name });

  it.each([
    ['SingleTenant where no type is said', { ...id, ...password, ...tenant }, 'SingleTenant', 'a-password', 'a-tenant'],
    [
      'SingleTenant',
      { ...id, ...password, ...tenant, ...type('SingleTenant') },
      'SingleTenant',
      'a-password',
      'a-tenant',
    ],
    ['MultiTenant, without a tenant', { ...id, ...password, ...type('MultiTenant') }, 'MultiTenant', 'a-password', ''],
    [
      'UserAssignedMSI, without a password',
      { ...id, ...tenant, ...type('UserAssignedMSI') },
      'UserAssignedMSI',
      '',
      'a-tenant',
    ],
  ])('is complete as %s', (_what, env, appType, appPassword, tenantId) => {
    expect(readConfig(env).microsoftApp).toEqual({ id: 'an-id', password: appPassword, type: appType, tenantId });
  });

  it('is none without an id: local mode, whatever else is set', () => {
    expect(readConfig({ ...password, ...tenant, ...type('SingleTenant') }).microsoftApp).toBeUndefined();
  });

  it.each([
    ['no type and nothing else', { ...id }, 'MicrosoftAppPassword and MicrosoftAppTenantId'],
    ['SingleTenant without a tenant', { ...id, ...password }, 'MicrosoftAppTenantId'],
    ['SingleTenant with an empty password', { ...id, ...tenant, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword'],
    ['MultiTenant without a password', { ...id, ...tenant, ...type('MultiTenant') }, 'MicrosoftAppPassword'],
    ['UserAssignedMSI without a tenant', { ...id, ...type('UserAssignedMSI') }, 'MicrosoftAppTenantId'],
  ])('is refused half set: %s', (_what, env, missing) => {
    const message = refusal(env);
    expect(message).toContain(`, but ${missing} is not`);
    expect(message).toContain('What to do: set it, or unset MicrosoftAppId');
    expect(message).not.toContain('a-password');
  });
});
