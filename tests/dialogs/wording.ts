/** What no text about somebody's result may say, or look like, by language. */

/** Closes a door. */
const CLOSED: Record<string, RegExp[]> = {
  fr: [/\bjamais\b/i, /impossible pour toi/i, /pas fait(·e|e)? pour/i, /pas capable/i, /\bincapable/i],
  nl: [/\bnooit\b/i, /onmogelijk voor (jou|je)\b/i, /niet (gemaakt|geschikt) voor/i, /kan je niet aan/i],
  en: [/\bnever\b/i, /impossible for you/i, /not (made|cut out|suited|fit) for/i, /not capable/i],
};

/** Speaks of who somebody is. */
const PERSONAL: Record<string, RegExp[]> = {
  fr: [/\b(santé|malad\w*|handicap\w*|religion|origine|sexe|âge|fille|garçon|homme|femme)\b/i],
  nl: [
    /\b(gezondheid|ziek\w*(?<!ziekenhuis)(?<!ziekenhuizen)|handicap|geloof|afkomst|geslacht|leeftijd|meisje|jongen|man|vrouw)\b/i,
  ],
  en: [/\b(health|illness|sick|disab\w*|religion|origins?|sex|gender|age|girl|boy|man|woman)\b/i],
};

export const neverSaid = (locale: string): RegExp[] => [...(CLOSED[locale] ?? []), ...(PERSONAL[locale] ?? [])];

/** What a hole in the content or in the code would leave. */
export const HOLES =
  /undefined|null|NaN|\[object|Infinity|\bG_[A-Z]{3}\b|\b(RIG|ADM|COU|EQU|STR|ACC)\b|\b[a-z]{3}_[a-z_]+\b|[{}]|« »|“”|\(\w+ ?: \)|- \*|[-,]\s*$/m;
