import { describe, expect, it } from 'vitest';
import { type Entry, plainText } from '../../knowledge/index.ts';
import { knowledge, understand, whereItCounts } from '../helpers/engine.ts';

const entries = [...knowledge.entries.values()];
const SAID = ['topic', 'absent', 'smalltalk'];
const inEveryLanguage = entries.flatMap((entry) =>
  knowledge.locales.map((locale) => ({ name: `${entry.id} (${locale})`, entry, locale })),
);

const answerOf = (id: string, locale = 'fr') => knowledge.entries.get(id)?.words[locale]?.answer ?? '';

/** What each topic has to say, in the guide's figures and names. */
const FACTS: Record<string, string[]> = {
  presentation: [
    ...['Clinical Trial Assistant', 'coordinateur', 'coordinatrice', 'administratif', 'organisationnel', 'coulisses'],
    ...['patients', 'rigueur', 'organisation', 'qualité', 'traitements du futur', 'sauveront des vies'],
  ],
  missions: [
    ...['Trial Master File', 'TMF', 'eTMF', 'papier', 'hôpitaux', 'centres de recherche'],
    ...['protocoles', 'formulaires', 'manuels', 'réunions', 'comptes rendus', 'stocks', 'matériel'],
    ...['AFMPS', "comités d'éthique", 'EDC', 'données', 'CRA', 'visites', 'monitoring'],
    ...['facturation', 'paiements', 'archiver'],
  ],
  salaire: [
    ...['2.600', '3.200', '3.300', '4.300', '€', 'brut', 'mois', 'Belgique', 'débuter', 'plusieurs années'],
    ...['chèques-repas', 'assurance groupe', 'assurance hospitalisation', 'voiture de société', 'parfois'],
  ],
  formation: [
    ...['Bachelier', 'Master', 'sciences de la vie', 'biologie médicale', 'biotechnologie', 'sciences biomédicales'],
    ...['paramédical', 'infirmiers', 'technologue de laboratoire', 'Haute École', 'université'],
    ...['Bonnes Pratiques Cliniques', 'GCP', 'recherche clinique'],
  ],
  conditions: [
    ...['bureau', '9h-17h', 'ordinateur', 'sédentaire', 'déplacements', 'strict', 'pression', 'délais', 'qualité'],
    ...['équipe', 'pharmaceutiques', 'CRO', 'hôpitaux universitaires'],
  ],
  employeurs: [
    ...['GSK', 'UCB', 'Janssen Pharmaceutica', 'Pfizer', 'IQVIA', 'PPD', 'Covance', 'CRO'],
    ...['CHU de Liège', 'Saint-Luc', 'Erasme', 'biotechnologie', 'Brabant wallon', 'Bruxelles'],
  ],
  evolution: [
    ...['quelques années', 'CRA', 'attaché', 'terrain', 'TMF Specialist', 'Clinical Project Manager'],
    ...['chef', 'qualité', 'affaires réglementaires'],
  ],
  anglais: [
    ...['indispensable', 'internationale', 'protocoles', 'documents officiels', 'bases de données'],
    ...['technique', 'écrit', 'négociable', 'Belgique'],
  ],
  'cta-vs-cra': [
    ...['Clinical Trial Assistant', 'Clinical Research Associate', 'moniteur', 'itinérant', 'bureau', 'logistique'],
    ...['administration', 'hôpitaux', 'protocole', 'réglementation', 'données', 'visites'],
  ],
  sciences: [
    ...['bases', 'expert', 'termes médicaux', 'protocole', 'documents', 'organisation', 'administration', 'rigueur'],
  ],
  qualites: [
    ...['rigueur', 'organisation', 'sens du détail', 'proactivité', 'communication'],
    ...["esprit d'équipe", 'discrétion', 'anglais technique'],
  ],
  avantages: [
    ...['médecine', 'réfléchir', 'demande', 'Belgique', 'CRA', 'de projet', 'stable', 'équipe', 'haut niveau'],
    ...['salaire', 'extralégaux', 'compétences', 'rigueur'],
  ],
  inconvenients: [
    ...['répétitif', 'administratif', 'pression', 'délais', 'erreur', 'concentré', 'rigueur', 'sédentaire', 'écran'],
    ...['patients', 'recherche', 'règles', 'stress', 'audits', 'inspections', 'reconnaissance', 'médecins', 'CRA'],
  ],
  temoignage: ['Sophie', 'coordinatrice', 'CRO', 'Wavre', 'administratif', 'rigueur', 'médicaments', 'chaque matin'],
  ecoles: [
    ...['UCLouvain', 'Woluwe', 'Louvain-la-Neuve', 'ULB', 'ULiège', 'Haute École Vinci', 'HELb', 'Ilya Prigogine'],
    ...['HEPL', 'Haute École de la Province de Liège', 'Forem'],
  ],
  zones: [
    ...['Bruxelles-Capitale', 'Brabant wallon', 'Wavre', 'Louvain-la-Neuve', "Braine-l'Alleud", 'Liège', 'Sart-Tilman'],
    ...['Charleroi', 'Biopark', 'Anvers', 'Gand'],
  ],
};

/** Every number that the guide gives, topic by topic, as its language writes it; the others have none. */
const NUMBERS: Record<string, Record<string, string[]>> = {
  fr: { salaire: ['2.600', '3.200', '3.300', '4.300'], conditions: ['9', '17'] },
  nl: { salaire: ['2.600', '3.200', '3.300', '4.300'], conditions: ['9', '17'] },
  en: { salaire: ['2,600', '3,200', '3,300', '4,300'], conditions: ['9', '5'] },
};

/** What is called the same in every language, or has a name of its own in each: [fr, nl, en]. */
const NAMES: Record<string, (string | [fr: string, nl: string, en: string])[]> = {
  presentation: [
    'Clinical Trial Assistant',
    ['coordinateur', 'coördinator', 'coordinator'],
    ['patient', 'patiënt', 'patient'],
  ],
  missions: [
    ...['Trial Master File', 'TMF', 'eTMF', 'EDC', 'CRA', 'AFMPS', 'monitoring'],
    ['AFMPS', 'FAGG', 'FAMHP'] as [string, string, string],
  ],
  salaire: [
    ['€', '€', '€'],
    ['brut', 'bruto', 'gross'],
    ['par mois', 'per maand', 'a month'],
    ['Belgique', 'België', 'Belgium'],
    ['chèques-repas', 'maaltijdcheques', 'meal vouchers'],
    ['assurance groupe', 'groepsverzekering', 'group insurance'],
    ['hospitalisation', 'hospitalisatieverzekering', 'hospitalisation'],
    ['voiture de société', 'bedrijfswagen', 'company car'],
    ['parfois', 'soms', 'sometimes'],
  ],
  formation: [
    'GCP',
    'Master',
    ['Bachelier', 'bachelor', 'bachelor'],
    ['Haute École', 'hogeschool', 'university college'],
    ['soins infirmiers', 'verpleegkunde', 'nursing'],
    ['technologue de laboratoire', 'laboratoriumtechnologie', 'laboratory technologist'],
    ['biotechnologie', 'biotechnologie', 'biotechnology'],
  ],
  conditions: [
    'CRO',
    ['bureau', 'kantoor', 'office'],
    ['sédentaire', 'scherm', 'sedentary'],
    ['peu de déplacements', 'weinig verplaatsingen', 'little travel'],
    ['équipe', 'teamwerk', 'teamwork'],
  ],
  employeurs: [
    ...['GSK', 'UCB', 'Janssen Pharmaceutica', 'Pfizer', 'IQVIA', 'PPD', 'Covance', 'CRO', 'Saint-Luc', 'Erasm'],
    ['CHU de Liège', 'CHU van Luik', 'CHU de Liège'] as [string, string, string],
    ['Brabant wallon', 'Waals-Brabant', 'Walloon Brabant'] as [string, string, string],
  ],
  evolution: [
    ...['CRA', 'TMF Specialist', 'Clinical Project Manager'],
    ['qualité', 'kwaliteit', 'quality'] as [string, string, string],
    ['affaires réglementaires', 'regulatory affairs', 'regulatory affairs'] as [string, string, string],
  ],
  anglais: [
    ['indispensable', 'onmisbaar', 'indispensable'],
    ['négociable', 'onderhandelen', 'negotiable'],
    ['technique', 'technisch', 'technical'],
  ],
  'cta-vs-cra': [
    ...['Clinical Trial Assistant', 'Clinical Research Associate'],
    ['moniteur', 'monitor', 'monitor'] as [string, string, string],
  ],
  sciences: [['bases', 'basis', 'basic'], 'expert', ['termes médicaux', 'medische termen', 'medical terms']],
  qualites: [
    ['rigueur', 'nauwkeurigheid', 'rigour'],
    ['sens du détail', 'oog voor detail', 'attention to detail'],
    ['proactivité', 'proactiviteit', 'proactivity'],
    ["esprit d'équipe", 'teamgeest', 'team spirit'],
    ['discrétion', 'discretie', 'discretion'],
    ['anglais technique', 'technisch engels', 'technical english'],
  ],
  avantages: ['CRA', ['stable', 'werkzekerheid', 'stable'], ['huit', 'acht', 'eight']],
  inconvenients: [
    ...['audits', 'CRA', 'stress'],
    ['inspections', 'inspecties', 'inspections'] as [string, string, string],
    ['huit', 'acht', 'eight'] as [string, string, string],
  ],
  temoignage: ['Sophie', 'CRO', ['Wavre', 'Waver', 'Wavre'], ['médicaments', 'geneesmiddelen', 'medicines']],
  ecoles: [
    ...['UCLouvain', 'Woluwe', 'Louvain-la-Neuve', 'ULB', 'ULiège', 'Haute École Vinci', 'HELb', 'Ilya Prigogine'],
    ...['HEPL', 'Haute École de la Province de Liège', 'Forem'],
  ],
  zones: [
    ...['Louvain-la-Neuve', "Braine-l'Alleud", 'Sart-Tilman', 'Charleroi', 'Biopark'],
    ['Bruxelles-Capitale', 'Brussels Hoofdstedelijk Gewest', 'Brussels-Capital'] as [string, string, string],
    ['Anvers', 'Antwerpen', 'Antwerp'] as [string, string, string],
    ['Gand', 'Gent', 'Ghent'] as [string, string, string],
  ],
};
const ORDER = ['fr', 'nl', 'en'];

describe('the answers', () => {
  it('have a row of facts for every topic', () => {
    const topics = entries.filter((e) => e.kind === 'topic').map((e) => e.id);
    expect(Object.keys(FACTS).sort()).toEqual(topics.sort());
  });

  // case does not matter: a list may begin with the word
  it.each(Object.entries(FACTS))('say every fact of the guide on « %s »', (id, facts) => {
    const answer = answerOf(id).toLowerCase();
    expect(facts.filter((fact) => !answer.includes(fact.toLowerCase()))).toEqual([]);
  });

  it('have a row of names for every topic', () => {
    expect(Object.keys(NAMES).sort()).toEqual(Object.keys(FACTS).sort());
  });

  const translated = Object.keys(FACTS).flatMap((id) => ORDER.map((locale) => [id, locale] as const));
  it.each(translated)('name the same things on « %s » in "%s"', (id, locale) => {
    const answer = answerOf(id, locale).toLowerCase();
    const names = (NAMES[id] ?? []).map((n) => (typeof n === 'string' ? n : (n[ORDER.indexOf(locale)] ?? '')));
    expect(names.filter((name) => !answer.includes(name.toLowerCase()))).toEqual([]);
  });

  it.each(translated)('give every number of the guide on « %s » in "%s", and no other', (id, locale) => {
    const numbers = new Set(answerOf(id, locale).match(/\d+(?:[.,]\d+)*/g));
    expect([...numbers].sort()).toEqual((NUMBERS[locale]?.[id] ?? []).toSorted());
  });

  it.each(translated)('have as many points on « %s » in "%s" as in French', (id, locale) => {
    const points = (text: string) => text.match(/^- /gm)?.length ?? 0;
    expect(points(answerOf(id, locale))).toBe(points(answerOf(id)));
  });

  const absent = inEveryLanguage.filter(({ entry }) => entry.kind === 'absent');
  it.each(absent)('give no figure that the guide does not give where it is silent: $name', ({ entry, locale }) => {
    const known = new Set(Object.values(NUMBERS[locale] ?? {}).flat());
    // the shorter ones are of names: « 4/5 », « 13e mois », « 2 minutes » for the quiz
    const figures = answerOf(entry.id, locale).match(/\d{3,}|\d+[.,]\d+/g) ?? [];
    expect(figures.filter((figure) => !known.has(figure))).toEqual([]);
  });

  it.each(absent)('say where the guide is silent that it is: $name', ({ entry, locale }) => {
    // « guide » in French and English, « gids » in Dutch: whose silence it is
    expect(answerOf(entry.id, locale)).toMatch(/guide|gids/i);
  });

  it.each(inEveryLanguage.filter(({ entry }) => SAID.includes(entry.kind)))(
    'are long enough to say something and short enough for a phone: $name',
    ({ entry, locale }) => {
      const count = answerOf(entry.id, locale).match(/[\p{L}\p{N}][\p{L}\p{N}'’·.-]*/gu)?.length ?? 0;
      expect(count).toBeGreaterThanOrEqual(20);
      expect(count).toBeLessThanOrEqual(160);
    },
  );
});

describe.each(knowledge.locales)('the entries in "%s"', (locale) => {
  const wordsOf = (entry: Entry) => {
    const words = entry.words[locale];
    if (!words) throw new Error(`${entry.id} has no words in ${locale}`);
    return words;
  };
  const twice = (list: readonly string[]) => list.filter((text, i) => list.indexOf(text) !== i);

  it('have buttons that can be told apart', () => {
    expect(twice(entries.map((entry) => plainText(wordsOf(entry).label)))).toEqual([]);
  });

  it('ask different things by their buttons', () => {
    expect(twice(entries.map((entry) => plainText(wordsOf(entry).question)))).toEqual([]);
  });

  it.each(entries)('have a button, a question and ways of asking: $id', (entry) => {
    const { label, question, utterances, answer } = wordsOf(entry);
    expect(plainText(label)).not.toBe('');
    expect(plainText(question)).not.toBe('');
    expect(utterances.length).toBeGreaterThanOrEqual(entry.kind === 'followup' ? 1 : 30);
    expect(answer !== undefined).toBe(SAID.includes(entry.kind));
  });

  it.each(entries)('have no utterance twice: $id', (entry) => {
    expect(twice(wordsOf(entry).utterances.map(plainText))).toEqual([]);
  });

  it.each(entries)('have utterances that something is left of without their punctuation: $id', (entry) => {
    expect(wordsOf(entry).utterances.filter((utterance) => plainText(utterance) === '')).toEqual([]);
  });

  it.each(entries)('are found by what their buttons say: $id', (entry) => {
    const { label, question } = wordsOf(entry);
    const { context, means } = whereItCounts(entry, locale);
    for (const text of [label, question])
      expect(understand(text, context), text).toEqual({ outcome: 'answer', entries: means, confidence: 1, locale });
  });
});
