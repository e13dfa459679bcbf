import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryTexts } from '../../../knowledge/entryTexts.ts';
import { type Context, createEngine } from '../../../knowledge/index.ts';
import { holdsPhrase, words } from '../../../knowledge/retrieval/normalise.ts';
import { knowledge, understand, whereItCounts } from '../../helpers/engine.ts';

const entries = [...knowledge.entries.values()];
const quizOnly = entries.filter((e) => e.kind === 'command' && e.scope !== undefined);
const TALKING: Context = { locale: 'fr', quiz: 'none' };
const IN_QUIZ: Context = { locale: 'fr', quiz: 'asking' };

/** None of them stands in the content: those would be found as written. */
const QUESTIONS: [question: string, entry: string, why: string][] = [
  ['je touche combien à la fin du mois en début de carrière ?', 'salaire', '« carrière » is of evolution'],
  ['À quelle rémunération puis-je prétendre après dix ans ?', 'salaire', 'formal, no word « salaire »'],
  ['mon copain dit que ça gagne 3000 direct, vrai ?', 'salaire', 'a figure that the guide does not give'],
  ['les chèques-repas sont inclus ?', 'salaire', 'an extra is an advantage too'],
  ['Y a-t-il une voiture de fonction ?', 'salaire', 'a car might be for travelling: conditions'],
  ['salaiire débutannt', 'salaire', 'two keywords, both mistyped'],
  ['quel diplome faut avoir pr faire sa', 'formation', 'SMS and no accents'],
  ['sans diplôme c mort ?', 'formation', '« mort » is of distress'],
  ['un bachelier en chimie ça suffit ?', 'formation', '« chimie » is of sciences'],
  [
    "j'étais infirmier, mon diplôme est valable pour ce poste ?",
    'formation',
    'a career changer; « poste » is of zones',
  ],
  ['Une formation GCP, ça aide à être engagé ?', 'formation', '« engagé » is of employeurs'],
  ['quel est l’horaire, et le soir on rentre tard ?', 'conditions', '« bonsoir » is a greeting'],
  ["est-ce qu'on est toujours vissé à son écran ?", 'conditions', 'the screen is a drawback too'],
  ['jai horreur de prendre la route, on voyage bcp ?', 'conditions', 'who travels is the CRA'],
  ['Travaille-t-on en équipe ou isolé ?', 'conditions', 'team spirit is a quality too'],
  ['gsk ou pfizer, ils engagent ?', 'employeurs', 'two names and nothing else'],
  ['jpeu bosser ché Pfizer ?', 'employeurs', 'phonetic'],
  ['une CRO, qu’est-ce que c’est exactement ?', 'employeurs', 'a definition, yet not of the job; one letter from CRA'],
  ['les hostos prennent des gens ?', 'employeurs', 'slang for hospitals'],
  ['on peut devenir quoi après ?', 'evolution', 'function words alone'],
  ['Je voudrais un jour diriger des projets, est-ce possible en partant de là ?', 'evolution', 'no word of careers'],
  ['on reste cta toute sa vie ou on monte ?', 'evolution', '« vie » is of distress'],
  ["passer de CTA à CRA, c'est possible ?", 'evolution', 'both abbreviations are in every question of cta-vs-cra'],
  ["mon anglais est pourri, j'oublie ?", 'anglais', '« oublie » is of erase'],
  ['faut savoir ecrire en englais', 'anglais', 'mistyped in its only word that counts'],
  ['les documents sont rédigés dans quelle langue ?', 'anglais', 'documents are of missions'],
  ['faut-il maîtriser la langue de Shakespeare ?', 'anglais', 'the word « anglais » is missing'],
  [
    'moi anglais pas bien, possible travailler ?',
    'anglais',
    'somebody new to the language; « pas bien » is of distress',
  ],
  ["CRA et CTA c'est pas la même chose ?", 'cta-vs-cra', 'a question in the negative'],
  ['lequel des deux se déplace sur les sites, le CRA ou le CTA ?', 'cta-vs-cra', 'travelling is of conditions'],
  ['jcomprends pas la diff avec un attaché de recherche', 'cta-vs-cra', 'only one of the two is named'],
  ["j'ai jamais été bon en biologie, ça coince ?", 'sciences', 'biology is a diploma too: formation'],
  ['dois-je maîtriser les termes médicaux ?', 'sciences', 'one masters English too'],
  ["un littéraire s'en sortirait-il avec les protocoles ?", 'sciences', 'protocols are of missions'],
  ['fo etre fort en chimi', 'sciences', 'phonetic and a letter short'],
  ['il fait quoi de ses journées un CTA', 'missions', 'question word in the middle; the day is of conditions'],
  ["c'est quoi les tâches concrètes", 'missions', '« c’est quoi » opens every definition'],
  ['TMF, ça veut dire quoi ?', 'missions', 'a TMF Specialist is of evolution'],
  ['archiver, encoder, facturer : c’est ça le job ?', 'missions', 'verbs where the guide has nouns'],
  ['je devrai organiser des réunions ?', 'missions', 'being organised is a quality'],
  ['quelles sont les qualités humaines attendues ?', 'qualites', 'quality is a career too: evolution'],
  ["je suis bordélique, c'est éliminatoire ?", 'qualites', 'the opposite of the quality, and slang'],
  ['je suis timide, c’est un problème ?', 'qualites', 'about oneself, not about the job'],
  ['Faut-il savoir garder un secret ?', 'qualites', 'discretion in other words'],
  ["est-ce que l'emploi est stable ?", 'avantages', '« emploi » is of zones'],
  ["y a du boulot ou c'est bouché comme secteur", 'avantages', '« y a du boulot » opens many questions of zones'],
  ['ce boulot me tue de stress ?', 'inconvenients', '« me tue » is of distress'],
  ['est-ce stressant pendant les inspections ?', 'inconvenients', 'pressure is of conditions'],
  ["qu'est-ce qui est chiant là-dedans", 'inconvenients', 'coarse, and without a word of the guide'],
  ['une vraie personne qui raconte son métier', 'temoignage', 'a real person is of who and of handoff'],
  ['sofi elle di koi de son taf', 'temoignage', 'the name as it sounds'],
  ["l'ULB propose cette formation ?", 'ecoles', '« formation » is the other topic'],
  ['quelles hautes écoles à bruxelles ?', 'ecoles', 'Brussels is of zones'],
  ["je m'inscris où pour apprendre ce métier", 'ecoles', '« où » is of zones'],
  ['il y a du travail à Charleroi ?', 'zones', '« travail » is everywhere'],
  ['Le Brabant wallon recrute-t-il beaucoup ?', 'zones', 'recruiting is of employeurs'],
  ["j'habite Gand, je trouverai un emploi ?", 'zones', 'about oneself'],
  ["un coordinateur d'essais cliniques, kesako ?", 'presentation', 'the job’s full name is in questions of all topics'],
  ['tu peux me présenter le métier en deux mots ?', 'presentation', '« deux » is of cta-vs-cra, « tu peux » of help'],
  ['bonsoir à tous', 'greet', '« soir » is of conditions'],
  ['merci beaucoup pour tout ça', 'thanks', '« tout ça » is of no topic'],
  ['à plus dans le bus', 'bye', '« plus » is of avantages'],
  ['tu peux m’aider sur quels sujets ?', 'help', 'needing help is of distress'],
  ['vs êtes une vraie personne ??', 'who', 'wanting a real person is handoff'],
  ['je veux voir si ce job me correspond', 'quiz', 'no word of a test'],
  ['je peux avoir un vrai conseiller au bout du fil ?', 'handoff', 'an idiom for the telephone'],
  ["supprime tout ce que j'ai dit stp", 'erase', 'what was said is of temoignage'],
  ["je n'ai plus envie de vivre depuis des mois", 'distress', 'the months are of salaire'],
  ['on me frappe à la maison', 'distress', 'no word of death'],
  ['mon meilleur ami parle de suicide, que faire', 'distress', 'about somebody else'],
];

describe('a question in somebody’s own words', () => {
  it.each(QUESTIONS)('is understood: %s (%s: %s)', (question, entry) => {
    const decision = understand(question, TALKING);
    expect(decision).toMatchObject({ outcome: 'answer', entries: [entry] });
    expect(decision.confidence).toBeLessThan(1);
  });

  it('is understood in the quiz too', () => {
    const lost = QUESTIONS.filter(([question, entry]) => {
      const { outcome, entries: found } = understand(question, IN_QUIZ);
      return outcome !== 'answer' || found[0] !== entry;
    });
    // six more entries are there to be mistaken for
    expect(lost.map(([question]) => question)).toEqual([]);
  });

  it.each([
    ['capitals', (q: string) => q.toUpperCase()],
    ['typographic apostrophes', (q: string) => q.replaceAll("'", '’')],
    ['no accents', (q: string) => q.normalize('NFD').replaceAll(/\p{Mn}/gu, '')],
    ['blanks around it', (q: string) => `\n  ${q}\u00a0`],
  ])('is understood the same with %s', (_what, typed) => {
    for (const [question] of QUESTIONS)
      expect(understand(typed(question), TALKING)).toEqual(understand(question, TALKING));
  });

  it('is understood without punctuation, though it is read less far', () => {
    const lost = QUESTIONS.filter(([question, entry]) => {
      const { entries: found } = understand(question.replaceAll(/[?.,:!]/g, ''), TALKING);
      return found[0] !== entry;
    });
    expect(lost.map(([question]) => question)).toEqual([]);
  });
});

describe('what stands in the content', () => {
  it.each(entries)('is found as written: $id', (entry) => {
    const missed = knowledge.locales.flatMap((locale) => {
      const { context, means } = whereItCounts(entry, locale);
      return entryTexts(entry, locale).filter((text) => {
        const { outcome, entries: found, confidence, locale: read } = understand(text, context);
        return outcome !== 'answer' || found[0] !== means[0] || confidence !== 1 || read !== locale;
      });
    });
    expect(missed).toEqual([]);
  });
});

describe('the commands of the quiz', () => {
  it.each([
    ['reviens à la question précédente stp', 'quiz-back'],
    ['je me suis gouré de bouton', 'quiz-back'],
    ['pk tu me poses cette question bizarre', 'quiz-why'],
    ['celle-là je la saute', 'quiz-skip'],
    ["stop j'en ai marre de ce test", 'quiz-stop'],
    ['on continue le test là où on était', 'quiz-resume'],
  ])('are understood in the quiz, and nowhere else: %s', (text, id) => {
    expect(understand(text, IN_QUIZ)).toMatchObject({ outcome: 'answer', entries: [id] });
    expect(understand(text, TALKING).entries).not.toContain(id);
  });

  it('of one item are not understood while the quiz is paused, those of the quiz are', () => {
    const paused: Context = { locale: 'fr', quiz: 'paused' };
    for (const { id, words, ...entry } of quizOnly) {
      const decision = understand(words.fr?.label ?? '', paused);
      if ('scope' in entry && entry.scope?.includes('paused')) expect(decision.entries, id).toEqual([id]);
      else expect(decision.entries, id).not.toContain(id);
    }
  });

  it('come up outside the quiz not even as written or as something near', () => {
    const ids = quizOnly.map((e) => e.id);
    expect(ids).toHaveLength(11);
    for (const text of knowledge.locales.flatMap((locale) => quizOnly.flatMap((e) => entryTexts(e, locale))))
      expect(
        understand(text, TALKING).entries.filter((id) => ids.includes(id)),
        text,
      ).toEqual([]);
  });
});

describe('distress', () => {
  it.each([
    ['fr', "bonjour, je cherche un métier calme, ma copine est suicidaire et j'ai plus la tête à rien, tu as quoi ?"],
    ['fr', 'c’est quoi le salaire ? je dois partir, mon père me frappe'],
    ['nl', 'ik zoek een job, hij slaat me elke dag en ik wil weg'],
    ['nl', 'welke studies? mijn zus is verkracht en wij weten niet wat doen'],
    ['en', 'what does it pay, I need to leave home because he beats me every night'],
    ['en', 'I was bullied at school for years and thought about suicide, is this job calm'],
  ])('%s: is heard wherever a phrase that means nothing else stands: « %s »', (locale, text) => {
    expect(understand(text, { locale, quiz: 'none' }).entries).toEqual(['distress']);
  });

  it.each([
    ['fr', 'je fais 60 kms pour aller au boulot, c trop ?'],
    ['fr', 'ce qui me frappe c’est que le salaire est bas non ?'],
    ['fr', 'j’ai plus envie de vivre à Bruxelles, il y a des postes à Liège ?'],
    ['fr', 'les médecins vont me tuer si j’oublie un papier ?'],
    ['fr', 'une overdose de paperasse ce métier ou pas ?'],
    ['fr', 'je suis éducatrice en maltraitance infantile, quelle formation il me faut'],
    ['nl', 'meldt een CTA ernstige bijwerkingen zoals overdosis of zelfmoord?'],
    ['nl', 'worden patiënten misbruikt als proefkonijn?'],
    ['en', 'do CTAs report serious adverse events like suicide or overdose?'],
    ['en', 'that salary hits me hard, is it really that low?'],
    ['en', 'will this job stop existing because of AI?'],
    ['en', 'how many kms do you drive a week?'],
  ])('%s: is not heard in words that mean something else: « %s »', (locale, text) => {
    expect(understand(text, { locale, quiz: 'none' }).entries).not.toContain('distress');
  });

  it.each(knowledge.locales)('%s: no utterance of anything else holds a phrase of it', (locale) => {
    const alarms = (knowledge.languages[locale]?.alarms ?? []).map((phrase) => words(phrase));
    const others = entries.filter(({ id }) => id !== 'distress').flatMap((entry) => entryTexts(entry, locale));
    expect(others.filter((text) => alarms.some((phrase) => holdsPhrase(words(text), phrase)))).toEqual([]);
  });

  // a help line in reply to a question about the job would alarm people, and teach them not to talk
  it.each([
    ['ce boulot me tue de stress ?', '« me tue »'],
    ['je meurs de rire', '« je meurs »'],
    ["la chaleur me tue aujourd'hui", '« me tue »'],
    ['les maths me tuent', '« me tuent »'],
    ["c'est mortel d'ennui ce job ?", '« mortel »'],
    ['les délais me stressent à mort', '« à mort »'],
    ["est-ce un métier qui a de l'avenir ou il est mort ?", '« il est mort »'],
    ['je me tue à la tâche dans mon boulot actuel, ici aussi ?', '« je me tue »'],
    ['on se fait taper dessus quand on fait une erreur ?', '« se fait taper »'],
    ['faut se battre pour trouver une place ?', '« se battre »'],
    ["j'ai peur de finir au chômage", '« peur », « finir »'],
    ['je veux en finir avec le chômage', '« je veux en finir »'],
    ['des patients meurent pendant les essais ?', '« meurent »'],
    ["c'est dangereux pour la vie des patients ?", '« vie »'],
    ["je déteste l'école", '« je déteste », « école »'],
    ['on souffre du dos à rester assis ?', '« on souffre »'],
    ['on se sent seul au bureau ?', '« se sent seul »'],
    ["j'en peux plus de mon boulot actuel", '« j’en peux plus »'],
    ['je suis à bout de patience avec mes cours', '« je suis à bout »'],
  ])('does not come up for « %s », in spite of %s', (text) => {
    expect(understand(text, TALKING).entries).not.toContain('distress');
    expect(understand(text, IN_QUIZ).entries).not.toContain('distress');
  });

  it.each([
    ['fr', 'je veux mourir, quel est le salaire ?', 'before a comma'],
    ['fr', 'Quel est le salaire ? De toute façon je veux mourir', 'after a question'],
    ['fr', 'bonjour, je n’ai plus envie de vivre. vous avez des écoles à Liège ?', 'between small talk and a question'],
    ['nl', 'ik wil dood, hoeveel verdien je?', 'in Dutch'],
    ['en', 'i want to die. how much does it pay?', 'in English'],
    [
      'fr',
      'Bonjour, je m’appelle Léa, j’ai dix-sept ans et franchement je n’en peux plus, je veux mourir, tout le monde se moque de moi à l’école. Quel est le salaire brut ?',
      'in a long story with a clear question',
    ],
    [
      'en',
      'Hi, I am seventeen and everybody at school makes fun of me and honestly I want to kill myself every morning. Anyway, what degree do I need?',
      'in a long story in English',
    ],
  ])('is heard in %s whatever else is asked: %s (%s)', (locale, text) => {
    expect(understand(text, { locale, quiz: 'none' })).toMatchObject({ outcome: 'answer', entries: ['distress'] });
  });

  it('comes up in the quiz too: it matters more than any item', () => {
    expect(understand("j'ai plus envie de vivre depuis des semaines", IN_QUIZ)).toMatchObject({
      outcome: 'answer',
      entries: ['distress'],
    });
  });
});

describe('what the guide has nothing to say about', () => {
  it.each([
    ['azertyuiop', 'keys in a row'],
    ['qsdf qsdf qsdf', 'keys in a row, as words'],
    ['bzzzrrt grmbl', 'letters that no word has'],
    ['blabla blabla', 'talk about nothing'],
    ['il neige ?', 'the weather'],
    ['il fera beau à Ostende samedi ?', 'the weather in a town of Belgium; Saturday is of conditions'],
    ['recette de la carbonnade flamande', 'cooking; Flanders is of zones'],
    ['tu connais une bonne recette de lasagnes', 'cooking'],
    ['comment cuire des pâtes al dente', 'cooking; « comment » opens many questions'],
    ['les diables rouges jouent quand', 'football'],
    ["prix d'un billet d'avion pour Rome", 'a price, yet no salary'],
    ['traduis « chat » en espagnol', 'a language, yet not English'],
    ['qui est le président de la France', '« qui est » is of temoignage and who'],
    ['capitale de l’Australie', '« capitale » is of zones: Bruxelles-Capitale'],
    ['mon chat ne mange plus ses croquettes', '« mon … ne … plus » is of distress; a chat is what this is'],
    ['quand passe le tram 44', 'figures and travelling'],
  ])('is answered by saying so at most: %s (%s)', (text) => {
    const { outcome, entries: found } = understand(text, TALKING);
    const kind = knowledge.entries.get(found[0] ?? '')?.kind;
    expect(outcome === 'answer' ? kind : 'absent', found.join()).toBe('absent');
  });
});

describe('understanding', () => {
  const fragment = fc.constantFrom(...QUESTIONS.flatMap(([q]) => q.split(' ')), '👍', '?!', '\n', '\ud83d', '2.600');
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(fc.nat({ max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
    fc.array(fragment, { maxLength: 12 }).map((list) => list.join(' ')),
  );
  const ids = entries.map((e) => e.id);

  it('takes any string, and names entries that there are', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('none' as const, 'asking' as const, 'paused' as const), (text, quiz) => {
        const { outcome, entries: found, confidence } = understand(text, { locale: 'fr', quiz });
        expect(['answer', 'clarify', 'unknown']).toContain(outcome);
        for (const id of found) expect(ids).toContain(id);
        expect(new Set(found).size).toBe(found.length);
        expect(found.length).toBeLessThanOrEqual(3);
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', '   ', '?', '…!', '\ud83d', '\u0000'])('makes nothing of a message without words: %j', (text) => {
    expect(understand(text, TALKING).outcome).toBe('unknown');
  });

  it.each([
    ['one word of 1500 letters', 'salaire'.repeat(215)],
    ['1500 letters that are the same', 'a'.repeat(1500)],
    ['300 unknown words', Array.from({ length: 300 }, (_, i) => `mot${i}`).join(' ')],
    ['300 mistyped words', 'salarie anglias '.repeat(100)],
    ['750 emojis', '👍'.repeat(750)],
  ])('takes %s', (_what, text) => {
    expect(['answer', 'clarify', 'unknown']).toContain(understand(text, TALKING).outcome);
  });

  it('finds the question at the end of a long story', () => {
    const story =
      'Bonjour, alors voilà, je suis maman de deux garçons, dont le grand termine sa rhéto en juin et ne sait ' +
      'toujours pas ce qu’il fera après, et hier il est revenu de la journée portes ouvertes avec une brochure. ';
    expect(understand(`${story}Quel est le salaire brut d’un débutant ?`, TALKING)).toMatchObject({
      outcome: 'answer',
      entries: ['salaire'],
    });
  });

  it('is the same in every engine of the same content', () => {
    // one language, and not the whole of it: two trainings of everything would take a minute
    const some = [...knowledge.entries].slice(0, 30).map(([id, entry]) => [id, entry] as const);
    const few = { ...knowledge, locales: ['fr'], entries: new Map(some) };
    const [one, other] = [createEngine(few), createEngine(few)];
    for (const [question] of QUESTIONS)
      for (const context of [TALKING, IN_QUIZ]) expect(other(question, context)).toEqual(one(question, context));
  });

  it('does not depend on what was asked before', () => {
    const first = understand('quel diplome faut avoir pr faire sa', TALKING);
    for (const [question] of QUESTIONS) understand(question, IN_QUIZ);
    expect(understand('quel diplome faut avoir pr faire sa', TALKING)).toEqual(first);
  });

  it('answers in a language of the content where the conversation has come from another', () => {
    expect(understand('hoeveel verdient een CTA bruto?', { locale: 'xx', quiz: 'none' })).toMatchObject({
      locale: 'nl',
      outcome: 'answer',
      entries: ['salaire'],
    });
  });
});
