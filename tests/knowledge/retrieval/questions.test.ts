import { describe, expect, it } from 'vitest';
import { knowledge, understand } from '../../helpers/engine.ts';

type Row = [locale: string, question: string, entry: string, why: string];
const decide = (locale: string, text: string) => understand(text, { locale, quiz: 'none' });

/** None of them stands in the content: those would be found as written. */
const DUTCH_AND_ENGLISH: Row[] = [
  ['nl', 'wat verdient ne CTA als hij net afgestudeerd is', 'salaire', '« afgestudeerd » is of formation'],
  ['nl', 'hvl betalen ze u maandelijks', 'salaire', 'SMS, and no word for pay'],
  ['nl', 'krijg je een firmawagen?', 'salaire', 'a car might be for travelling: conditions'],
  ['nl', 'welk diploma vragen ze eigenlijk', 'formation', 'who asks for it is of employeurs'],
  ['nl', 'ik ben verpleegkundige, volstaat mijn diploma', 'formation', 'a career changer'],
  ['nl', 'zit je de hele dag achter een computer?', 'conditions', '« de hele dag » is of missions'],
  ['nl', 'moet ik vaak op de baan zijn voor die job', 'conditions', 'who travels is the CRA'],
  ['nl', "werft Pfizer CTA's aan?", 'employeurs', 'a verb in two halves'],
  ['nl', "bij welke firma's kan ik gaan solliciteren", 'employeurs', 'applying is of cv-lettre'],
  ['nl', 'kan ik later projectleider worden', 'evolution', 'no word of careers'],
  ['nl', 'mijn engels trekt op niks, is da erg', 'anglais', 'tussentaal'],
  ['nl', 'is goed Engels echt een must', 'anglais', 'an English word in Dutch'],
  ['nl', 'wat is nu juist het verschil tussen ne CTA en ne CRA', 'cta-vs-cra', 'both are in many questions'],
  ['nl', 'ik was slecht in chemie op school, kan ik het dan vergeten', 'sciences', '« school » is of ecoles'],
  ['nl', 'wat doet zo iemand een hele dag', 'missions', 'the job is not named'],
  ['nl', 'welke eigenschappen moet je bezitten', 'qualites', 'formal'],
  ['nl', 'wat is er leuk aan dit beroep', 'avantages', 'no word for an advantage'],
  ['nl', 'is het veel stress met die inspecties', 'inconvenients', 'pressure is of conditions'],
  ['nl', 'wat zegt Sophie over haar werk', 'temoignage', 'the name'],
  ['nl', 'waar kan ik die opleiding volgen', 'ecoles', '« opleiding » is of formation'],
  ['nl', 'is er werk in de buurt van Gent', 'zones', 'a town'],
  ['nl', 'leg eens uit wat een CTA precies is', 'presentation', '« leg eens uit » is a follow-up'],
  ['nl', 'goeiemorgen', 'greet', 'Flemish'],
  ['nl', 'bedankt voor de goeie uitleg', 'thanks', 'explaining is a follow-up'],
  ['nl', 'zijt gij een robot', 'who', 'tussentaal'],
  ['nl', 'ik wil een mens spreken', 'handoff', 'speaking is of languages'],
  ['nl', 'wis alles wat ge van mij weet', 'erase', 'tussentaal'],
  ['nl', 'ik wil niet meer leven', 'distress', 'no word of death'],
  ['nl', 'past dit beroep bij mij', 'quiz', 'no word of a test'],
  ['en', 'what would my first paycheck look like', 'salaire', 'American'],
  ['en', 'do they give you a company car', 'salaire', 'a car might be for travelling: conditions'],
  ['en', "I'm a nurse, is my diploma enough to apply", 'formation', 'applying is of cv-lettre'],
  ['en', 'which degree do I need to get in', 'formation', 'getting in is of examen-entree'],
  ['en', 'are the hours nine to five', 'conditions', 'figures as words'],
  ['en', 'will I be stuck at a desk all day', 'conditions', '« all day » is of missions'],
  ['en', 'does Pfizer hire CTAs', 'employeurs', 'a name'],
  ['en', 'which companies could I apply to', 'employeurs', 'applying is of cv-lettre'],
  ['en', 'can I become a project manager later on', 'evolution', 'pay of managers is absent'],
  ['en', 'my english is rubbish, should I give up', 'anglais', 'giving up is of distress'],
  ['en', 'how does a CTA differ from a CRA', 'cta-vs-cra', 'a verb where the guide has a noun'],
  ['en', 'do I have to be a science genius', 'sciences', 'about oneself'],
  ['en', 'what do you actually do all day', 'missions', '« you » is the bot too'],
  ['en', 'what kind of person suits this work', 'qualites', 'suiting is of quiz'],
  ['en', "what's good about being a CTA", 'avantages', 'no word for an advantage'],
  ['en', 'is it stressful when inspectors come', 'inconvenients', 'pressure is of conditions'],
  ['en', 'what does Sophie say about it', 'temoignage', 'the name'],
  ['en', 'where can I take this course', 'ecoles', 'courses are of cours-anglais'],
  ['en', 'is there any work around Ghent', 'zones', 'a town'],
  ['en', 'what on earth is a clinical trial assistant', 'presentation', 'the full name is in all topics'],
  ['en', 'good morning to you', 'greet', 'a time of the day'],
  ['en', 'cheers for the help', 'thanks', 'help is a wish of its own'],
  ['en', 'am I talking to a machine', 'who', 'talking is of handoff'],
  ['en', 'could I speak to a real person', 'handoff', 'a real person is of who'],
  ['en', 'delete everything you know about me', 'erase', 'knowing is of who'],
  ['en', "i don't want to live anymore", 'distress', 'no word of death'],
  ['en', 'would this job suit me', 'quiz', 'no word of a test'],
];

/** Questions about the job that the guide leaves open, and what has nothing to do with it. */
const ABSENT: Row[] = [
  ['fr', 'je pourrais travailler depuis mon canapé deux jours par semaine ?', 'teletravail', 'no word of telework'],
  ['fr', "j'ai 47 ans, c'est trop tard ?", 'age-limite', 'a figure'],
  ['fr', 'on a combien de semaines de vacances ?', 'conges', '« combien » is of salaire'],
  ['fr', 'et en poche, il reste combien après impôts ?', 'salaire-net', 'the guide gives gross pay alone'],
  ['fr', 'ça gagne mieux en Suisse ?', 'salaire-etranger', 'the guide is about Belgium'],
  ['fr', "un CRA touche plus qu'un CTA ?", 'salaire-cra', 'pay of another job; not cta-vs-cra'],
  ['fr', 'les études durent combien d’années ?', 'duree-etudes', '« études » is of formation'],
  ['fr', 'c’est cher comme études ?', 'cout-etudes', 'money, yet no pay'],
  ['fr', 'comment je rédige mon CV pour ce poste', 'cv-lettre', 'writing is of missions'],
  ['fr', 'vous avez des annonces à pourvoir en ce moment ?', 'offres-emploi', 'not who hires, but vacancies'],
  ['fr', 'c’est possible à mi-temps ?', 'temps-partiel', 'hours are of conditions'],
  ['fr', 'sans permis de conduire je fais comment ?', 'permis-conduire', 'travelling is of conditions'],
  ['fr', 'ChatGPT va remplacer les CTA ?', 'ia-avenir', 'a name'],
  ['fr', 'faut-il savoir le néerlandais ?', 'neerlandais', 'a language, yet not English'],
  ['fr', 'mon diplôme marocain est-il reconnu ?', 'equivalence-diplome', '« diplôme » is of formation'],
  ['fr', 'je peux me lancer comme indépendant ?', 'freelance', 'no employer at all'],
  ['fr', "quel programme informatique ils utilisent pour l'eTMF", 'logiciels', 'the eTMF is of missions'],
  ['fr', 'comment se passe le stage ?', 'stage', '« se passe » opens questions of conditions'],
  ['fr', 'il faut un casier vierge ?', 'casier-judiciaire', 'half of the term'],
  ['fr', 'quelle est la météo demain ?', 'hors-sujet', 'nothing about the job'],
  ['nl', 'mag je van thuis uit aan de slag', 'teletravail', 'no word of telework'],
  ['nl', 'hoeveel verlofdagen krijg je', 'conges', '« hoeveel krijg je » is of salaire'],
  ['nl', 'hoe lang duurt de opleiding', 'duree-etudes', '« opleiding » is of formation'],
  ['nl', 'wat kost die opleiding', 'cout-etudes', 'money, yet no pay'],
  ['nl', 'moet je frans kennen', 'neerlandais', 'a language, yet not English'],
  ['nl', 'hoeveel hou ik netto over', 'salaire-net', 'the guide gives gross pay alone'],
  ['nl', 'kan dit halftijds', 'temps-partiel', 'two short words beside it'],
  ['nl', 'gaat AI dit beroep overnemen', 'ia-avenir', '« beroep » is of presentation'],
  ['nl', 'wat voor weer wordt het morgen', 'hors-sujet', 'nothing about the job'],
  ['en', 'is it possible to work from home', 'teletravail', '« work » is everywhere'],
  ['en', 'how many holidays do I get', 'conges', '« do I get » is of salaire'],
  ['en', 'how long are the studies', 'duree-etudes', 'studies are of formation'],
  ['en', 'how expensive is the degree', 'cout-etudes', 'degrees are of formation'],
  ['en', 'am I too old at 45', 'age-limite', 'a figure'],
  ['en', 'will AI take over this job', 'ia-avenir', '« this job » is of presentation'],
  ['en', 'do I need a driving licence', 'permis-conduire', '« do I need » is of formation'],
  ['en', 'how do I write my CV', 'cv-lettre', 'writing is of missions'],
  ['en', "what's the take-home pay", 'salaire-net', '« pay » is of salaire'],
  ['en', 'who won the football last night', 'hors-sujet', 'nothing about the job'],
];

const understood = ([locale, question, entry]: Row) => {
  expect(decide(locale, question)).toMatchObject({ outcome: 'answer', entries: [entry], locale });
};

describe('a question in Dutch or English', () => {
  it.each(DUTCH_AND_ENGLISH)('is understood, in %s: %s (%s: %s)', (...row) => understood(row));

  // three words or fewer may be of any language
  const longer = DUTCH_AND_ENGLISH.filter(([, question]) => question.split(' ').length > 3);
  it.each(longer)('is understood in a conversation in French, in %s: %s', (locale, question, entry) => {
    expect(decide('fr', question)).toMatchObject({ outcome: 'answer', entries: [entry], locale });
  });
});

describe('a question that the guide leaves open', () => {
  it.each(ABSENT)('has an entry of its own that says so, in %s: %s (%s: %s)', (...row) => {
    understood(row);
    expect(knowledge.entries.get(row[2])?.kind).toBe('absent');
  });
});

describe('several questions in one message', () => {
  it.each<[locale: string, text: string, topics: string[], why: string]>([
    ['fr', 'quel salaire et quel diplôme ?', ['salaire', 'formation'], 'joined by « et »'],
    ['fr', 'combien ça paie, et il faut parler anglais ?', ['salaire', 'anglais'], 'a comma and « et »'],
    ['fr', 'Quels sont les avantages ? Et les inconvénients ?', ['avantages', 'inconvenients'], 'two sentences'],
    ['fr', 'les écoles + les employeurs', ['ecoles', 'employeurs'], 'a sign'],
    ['fr', "salaire, écoles et zones d'emploi", ['salaire', 'ecoles', 'zones'], 'three keywords'],
    ['fr', 'ca paye combien et fo parler anglais', ['salaire', 'anglais'], 'phonetic'],
    ['fr', 'quels employeurs recrutent et dans quelles régions ?', ['employeurs', 'zones'], 'two that go together'],
    ['nl', 'welk diploma heb ik nodig en hoeveel verdien ik', ['formation', 'salaire'], 'Dutch'],
    ['nl', 'de taken en de werkgevers', ['missions', 'employeurs'], 'two nouns'],
    ['nl', 'zijn er nadelen en welke kwaliteiten heb je nodig', ['inconvenients', 'qualites'], 'no punctuation'],
    ['en', 'what does it pay and which schools offer it', ['salaire', 'ecoles'], 'English'],
    ['en', 'working conditions, and do I need English?', ['conditions', 'anglais'], 'a keyword and a question'],
    ['en', 'the pros and the cons', ['avantages', 'inconvenients'], 'three words'],
  ])('are both answered, in %s: %s → %j (%s)', (locale, text, topics) => {
    expect(decide(locale, text)).toMatchObject({ outcome: 'answer', entries: topics, locale });
  });

  it.each<Row>([
    ['fr', "passer de CTA à CRA, c'est possible ?", 'evolution', 'a comma before the verb'],
    ['fr', 'archiver, encoder, facturer : c’est ça le job ?', 'missions', 'a list'],
    ['fr', 'TMF, ça veut dire quoi ?', 'missions', 'the word first, then what is asked of it'],
    ['fr', "rigueur, organisation, c'est tout ce qu'on demande ?", 'qualites', 'two qualities'],
    ['fr', 'GSK ou Pfizer, ils engagent ?', 'employeurs', 'two names'],
    ['fr', 'je suis timide et mal organisé, c’est grave ?', 'qualites', 'two flaws'],
    ['fr', "CRA et CTA c'est pas la même chose ?", 'cta-vs-cra', 'two jobs compared'],
    ['en', 'are CTA and CRA the same thing', 'cta-vs-cra', 'two jobs compared, in English'],
  ])('are one where a comma or « et » stands inside it, in %s: %s (%s: %s)', (...row) => understood(row));
});

describe('the question at the end of a long story', () => {
  it.each<Row>([
    [
      'fr',
      'Bonjour, alors voilà, je suis maman de deux garçons, dont le grand termine sa rhéto et ne sait pas ce qu’il fera après, et hier il est revenu de la journée portes ouvertes avec une brochure. Quel est le salaire brut d’un débutant ?',
      'salaire',
      'open days are an entry of their own',
    ],
    [
      'fr',
      'Bonjour, je suis maman de deux garçons et nous habitons près de Namur. Le grand hésite entre deux voies et moi je ne connais rien à ce domaine. Quel est le salaire brut d’un débutant ?',
      'salaire',
      'a town is of zones',
    ],
    [
      'fr',
      'Mon cousin a fait ça pendant trois ans chez GSK puis il a arrêté, moi je sors d’études en coiffure et je cherche ma voie depuis un moment. Faut-il parler anglais ?',
      'anglais',
      'a company is of employeurs',
    ],
    [
      'nl',
      'Ik heb twaalf jaar in een winkel gestaan, dan kreeg ik twee kinderen en nu zou ik graag iets anders doen dat meer betekenis heeft. Welk diploma heb je nodig?',
      'formation',
      'a career changer is of reconversion',
    ],
    [
      'en',
      'I spent twelve years in a shop, then my kids came along and now that they are older I feel like doing something that matters more. Which degree do you need?',
      'formation',
      'years are of duree-etudes',
    ],
  ])('is what is answered, in %s: %s (%s: %s)', (...row) => understood(row));

  it('may be two', () => {
    const story =
      'Je suis en dernière année de secondaire dans une école de Namur et ma prof m’a parlé de ce métier que je ne connaissais pas du tout. ';
    expect(decide('fr', `${story}Quel diplôme faut-il ? Et combien on gagne ?`)).toMatchObject({
      outcome: 'answer',
      entries: ['formation', 'salaire'],
    });
  });
});
