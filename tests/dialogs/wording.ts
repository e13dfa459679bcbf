/** What no text about somebody's result may say, or look like, by language. */

/** Closes a door. */
const CLOSED: Record<string, RegExp[]> = {
  fr: [/\bjamais\b/i, /impossible pour toi/i, /pas fait(·e|e)? pour/i, /pas capable/i, /\bincapable/i],
  nl: [/\bnooit\b/i, /onmogelijk voor (jou|je)\b/i, /niet (gemaakt|geschikt) voor/i, /kan je niet aan/i],
  en: [/\bnever\b/i, /impossible for you/i, /not (made|cut out|suited|fit) for/i, /not capable/i],
};

/** These words and no part of others; `\\b` knows no accents. */
const wholeWords = (words: string) => new RegExp(`(?<!\\p{L})(${words})(?!\\p{L})`, 'iu');

/** Speaks of who somebody is. */
const PERSONAL: Record<string, RegExp[]> = {
  fr: [wholeWords('santé|maladies?|malades?|handicaps?|religion|origines?|sexe|âge|filles?|garçons?|hommes?|femmes?')],
  nl: [wholeWords('gezondheid|ziekten?|ziek|handicap|geloof|afkomst|geslacht|leeftijd|meisjes?|jongens?|man|vrouw')],
  en: [wholeWords('health|illness|sick|disab(led|ility)|religion|origins?|sex|gender|age|girls?|boys?|man|woman')],
};

export const neverSaid = (locale: string): RegExp[] => [...(CLOSED[locale] ?? []), ...(PERSONAL[locale] ?? [])];

/** What a hole in the content or in the code would leave. */
export const HOLES =
  /undefined|null|NaN|\[object|Infinity|\bG_[A-Z]{3}\b|\b(RIG|ADM|COU|EQU|STR|ACC)\b|\b[a-z]{3}_[a-z_]+\b|[{}]|« »|“”|\(\w+ ?: \)|- \*|[-,]\s*$/m;

/** Forms that speak to one gender, or to two and no other, where the language has another turn. */
export const GENDERED: Record<string, RegExp[]> = {
  fr: [
    // « prêt(e) », « prêt/e », « prêt-e »
    /\p{L}\((e|ne|le|se|rice|euse|ère|fe)s?\)/u,
    /\p{L}[/-](e|ne|rice|euse|ère|fe)s?(?!\p{L})/u,
    /(?<!\p{L})(il|lui)\s*(ou|\/)\s*elle/iu,
    // an adjective or a participle of the person
    /(?<!\p{L})(tu es|tu étais|tu serais|tu te sens|être|sois)\s+(très |bien |plus |assez |trop )?(\p{L}+(é|ée|eux|euse)|prêt|prête|content|contente|seul|seule|sûr|sûre)(?![\p{L}·’'])/iu,
    // a profession in one form
    /(?<!\p{L})(coordinateur|coordinatrice|infirmier|infirmière|conseiller|conseillère|étudiant|étudiante|chef|assistant|assistante)(?![\p{L}·])/iu,
  ],
  nl: [
    /(?<!\p{L})(hij|zij|ze)\s*(of|\/)\s*(hij|zij|ze)(?!\p{L})/iu,
    /(?<!\p{L})(zijn|haar|hem)\s*(of|\/)\s*(zijn|haar|hem)(?!\p{L})/iu,
    /(?<!\p{L})(verpleegster|studente|adviseuse|medewerkster|meneer|mevrouw)(?!\p{L})/iu,
    /\p{L}\((e|in|ster)\)/u,
  ],
  en: [/(?<!\p{L})(s?he|him|her|his|hers)(?!\p{L})/iu, /\(s\)he/i, /(?<!\p{L})\p{L}*(man|men|woman|women)(?!\p{L})/iu],
};

/** What no item may ask about, by language. */
export const PRIVATE: Record<string, RegExp[]> = {
  fr: [...(PERSONAL.fr ?? []), wholeWords('ans|né|née|nationalité|pays|enfants?|enceinte|couple|parents|revenus?')],
  nl: [...(PERSONAL.nl ?? []), wholeWords('jaar oud|geboren|nationaliteit|kinderen|zwanger|partner|ouders|inkomen')],
  en: [
    ...(PERSONAL.en ?? []),
    wholeWords('years old|born|nationality|country|children|pregnant|partner|parents|income'),
  ],
};
