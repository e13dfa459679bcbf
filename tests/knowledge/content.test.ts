import { beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Entry, loadKnowledge, plainText, type Understand } from '../../knowledge/index.ts';
import { contentDir } from '../../src/paths.ts';

const knowledge = loadKnowledge(contentDir);
const entries = [...knowledge.entries.values()];
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

/** Every number that the guide gives, topic by topic; the others have none. */
const NUMBERS: Record<string, string[]> = {
  salaire: ['2.600', '3.200', '3.300', '4.300'],
  conditions: ['9', '17'],
};

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

  it.each(Object.keys(FACTS))('give no number on « %s » that the guide does not give', (id) => {
    const numbers = new Set(answerOf(id).match(/\d+(?:[.,]\d+)*/g));
    expect([...numbers].sort()).toEqual((NUMBERS[id] ?? []).toSorted());
  });

  it.each(inEveryLanguage.filter(({ entry }) => entry.kind !== 'command'))(
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
  let understand: Understand;
  beforeAll(() => {
    understand = createEngine(knowledge);
  });

  it('have buttons that can be told apart', () => {
    expect(twice(entries.map((entry) => plainText(wordsOf(entry).label)))).toEqual([]);
  });

  it.each(entries)('have no utterance twice: $id', (entry) => {
    expect(twice(wordsOf(entry).utterances.map(plainText))).toEqual([]);
  });

  it.each(entries)('have utterances that something is left of without their punctuation: $id', (entry) => {
    expect(wordsOf(entry).utterances.filter((utterance) => plainText(utterance) === '')).toEqual([]);
  });

  it.each(entries)('are found by what their buttons say: $id', (entry) => {
    const { label, question } = wordsOf(entry);
    // the commands of the quiz have buttons in the quiz only
    const quiz = 'scope' in entry && entry.scope === 'quiz';
    for (const text of [label, question])
      expect(understand(text, { locale, quiz }), text).toEqual({
        outcome: 'answer',
        entries: [entry.id],
        confidence: 1,
      });
  });
});
