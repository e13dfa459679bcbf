import { expect, it } from 'vitest';
import { chooseLanguage } from '../../src/server/language.ts';

it.each<[what: string, asked: string | null, accepted: string | undefined, chosen: string]>([
  ['what the address asks for', 'nl', 'en', 'nl'],
  ['what the address asks for, with its territory', 'nl-BE', 'en', 'nl'],
  ['what the browser accepts, where the address asks for a language that we lack', 'de', 'en', 'en'],
  ['what the browser accepts', null, 'nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
  ['what it likes best', null, 'en;q=0.3, nl;q=0.7', 'nl'],
  ['what it likes next, where we lack the best', null, 'de-DE,de;q=0.9,en;q=0.5', 'en'],
  ['nothing that it refuses', null, 'nl;q=0', 'fr'],
  ['in capitals too', 'EN', undefined, 'en'],
  ['ours, where it accepts anything', null, '*', 'fr'],
  ['ours, where nothing is said', null, undefined, 'fr'],
  ['ours, where nonsense is said', '../../etc', ';;q=,,=;q=x', 'fr'],
])('the language is %s', (_, asked, accepted, chosen) => {
  expect(chooseLanguage(asked, accepted, ['en', 'fr', 'nl'], 'fr')).toBe(chosen);
});
