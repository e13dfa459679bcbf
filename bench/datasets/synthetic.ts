/**
 * A made-up knowledge base of any size: words that look French, frequencies as Zipf found them, entries around a few rarer
 * key words, questions that paraphrase an entry. The same seed gives the same base.
 */

import type { Language } from '../../knowledge/retrieval/language.ts';
import { seededRandom } from '../../knowledge/retrieval/random.ts';
import type { Dataset, Question } from './dataset.ts';

const SEED = 2026;
const QUESTIONS = 500;
/** Of entries made in the same way and left out of the base. */
const OUTSIDE = 300;
/** How many words there are in a base of so many entries: Heaps' law with the usual exponent of one half. */
const wordsFor = (entries: number) => Math.round(200 * Math.sqrt(entries));
/** The share of the generated words, the most frequent ones, that also stand around key words. */
const COMMON_SHARE = 0.1;
/** How steeply the frequency of key words falls with their rank; whole texts have 1. */
const KEY_EXPONENT = 0.7;

const FUNCTION_WORDS =
  `de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux je on tout
  nous sa fait été aussi leur bien peut ces y deux mon ma mes si ou mais comme sans vous cette être avoir faire elle ils
  ça encore très quand après avant entre chez vers moins même alors donc`.split(/\s+/);
const QUESTION_FRAMES = [
  ...['comment', 'pourquoi', 'combien', 'quand', 'où', 'quel est', 'quelle est', 'quels sont', 'est-ce que', 'puis-je'],
  ...[
    "c'est quoi",
    'faut-il',
    'peut-on',
    'dois-je',
    "qu'est-ce que",
    'je voudrais savoir',
    "j'ai besoin de",
    'qui',
    '',
  ],
];
const COMMON_WORDS =
  `demander obtenir document délai prix contrat adresse dossier service numéro compte date jour mois année heure semaine
  client personne enfant famille maison travail entreprise école ville pays rue bureau formulaire carte facture montant
  paiement remboursement commande livraison produit achat vente offre changement modifier annuler trouver chercher envoyer
  recevoir payer ouvrir fermer commencer finir choisir utiliser accès problème erreur question réponse aide information
  condition droit règle obligation nouveau premier dernier possible nécessaire gratuit prochain différent important`.split(
    /\s+/,
  );

/** A word with its other forms. */
type Forms = readonly string[];

const often = (list: string, times: number) => Array.from({ length: times }, () => list.split(' ')).flat();
const ONSETS = [...often('b c d f g l m n p r s t v', 4), ...often('ch j qu br cr dr fr gr pr tr bl cl fl pl', 1)];
const VOWELS = [...often('a e i o u', 4), ...often('é ai ou au oi', 1)];
const CODAS = [...often('n r l s', 1), ...Array.from({ length: 16 }, () => '')];
const PREFIXES = [...often('re dé pré in con sur', 1), ...Array.from({ length: 24 }, () => '')];
/** Endings of a word's forms; the first is the one that is looked up. */
const ENDINGS: readonly Forms[] = [
  ...[
    ['age', 'ages'],
    ['ation', 'ations'],
    ['ement', 'ements'],
    ['eur', 'eurs', 'euse'],
    ['ité', 'ités'],
    ['ie', 'ies'],
  ],
  ...[
    ['er', 'é', 'ée', 'e', 'ons', 'ez'],
    ['ir', 'i', 'it', 'issons'],
    ['iser', 'isé', 'ise', 'isation'],
  ],
  ...[
    ['ique', 'iques'],
    ['eux', 'euse', 'euses'],
    ['al', 'ale', 'aux'],
    ['if', 'ive', 'ifs'],
    ['e', 'es'],
    ['', 's'],
  ],
];

/** @param entries how many the base has */
export function synthetic(entries: number, language: Language): Dataset {
  const random = seededRandom(SEED + entries);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

  const words = generateWords();
  const keyAt = zipf(words.length, KEY_EXPONENT);
  const surroundings = [...FUNCTION_WORDS, ...COMMON_WORDS].map((word): Forms => [word]);
  surroundings.push(...words.slice(0, words.length * COMMON_SHARE));
  const surroundingAt = zipf(surroundings.length, 1);
  const surrounding = () => (surroundings[surroundingAt()] as Forms)[0] as string;

  const made = Array.from({ length: entries + OUTSIDE }, (_, i) => {
    const keys = Array.from({ length: between(2, 4) }, () => words[keyAt()] as Forms);
    return { id: `e${i}`, keys, utterances: Array.from({ length: between(3, 6) }, () => utterance(keys)) };
  });
  const documents = made.slice(0, entries).map(({ id, utterances }) => ({ id, utterances, class: 'topic' as const }));
  const questions = Array.from({ length: QUESTIONS }, (): Question => {
    const entry = made[Math.floor(random() * entries)] as (typeof made)[number];
    return { text: paraphrase(entry), accepted: [entry.id] };
  });
  return {
    language,
    documents,
    questions,
    outside: { unknown: made.slice(entries).map(paraphrase) },
    refuses: () => false,
  };

  function generateWords(): Forms[] {
    const taken = new Set<string>();
    const list: Forms[] = [];
    while (list.length < wordsFor(entries)) {
      const syllables = between(1, 2);
      let root = pick(PREFIXES);
      for (let i = 0; i < syllables; i++) root += pick(ONSETS) + pick(VOWELS) + pick(CODAS);
      const last = pick(ONSETS);
      const forms = pick(ENDINGS).map((ending) => root + last + ending);
      if (forms.some((form) => form.length < 5 || taken.has(form))) continue;
      for (const form of forms) taken.add(form);
      list.push(forms);
    }
    return list;
  }

  /** Ranks, the first most often. */
  function zipf(size: number, exponent: number): () => number {
    const sums = new Float64Array(size);
    let sum = 0;
    for (let rank = 0; rank < size; rank++) {
      sum += (rank + 1) ** -exponent;
      sums[rank] = sum;
    }
    return () => {
      const at = random() * sum;
      let [low, high] = [0, size - 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sums[middle] as number) < at) low = middle + 1;
        else high = middle;
      }
      return low;
    };
  }

  /** Four to twelve words, most of the key words among them. */
  function utterance(keys: readonly Forms[]): string {
    const kept = keys.filter(() => random() < 0.8);
    return sentence(kept.length > 0 ? kept : keys.slice(0, 1), between(4, 12));
  }

  function sentence(keys: readonly Forms[], length: number): string {
    const said = keys.map((forms) => (random() < 0.6 ? (forms[0] as string) : pick(forms)));
    const frame = pick(QUESTION_FRAMES).split(' ').filter(Boolean);
    while (said.length + frame.length < length) {
      const word = surrounding();
      if (!said.includes(word)) said.splice(between(0, said.length), 0, word);
    }
    return [...frame, ...said].join(' ');
  }

  /** At least half of the key words, other words around them; a third has typing errors, some lack accents. */
  function paraphrase({ keys }: { keys: readonly Forms[] }): string {
    const least = Math.ceil(keys.length / 2);
    const kept = shuffled(keys).slice(0, between(least, keys.length));
    let text = sentence(kept, between(Math.max(4, kept.length + 1), 12));
    if (random() < 0.3) text = text.normalize('NFD').replace(/\p{Mn}/gu, '');
    if (random() < 1 / 3) text = withSlips(text, between(1, 2));
    return text;
  }

  function shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
  }

  function withSlips(text: string, slips: number): string {
    const typed = text.split(' ');
    const long = shuffled([...typed.keys()].filter((i) => (typed[i] as string).length >= 5)).slice(0, slips);
    for (const i of long) typed[i] = slip(typed[i] as string);
    return typed.join(' ');
  }

  /** A letter left out, doubled, swapped with the next, or of any other key. */
  function slip(word: string): string {
    const at = between(1, word.length - 2);
    const [before, letter = '', next = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
    return pick([
      before + next + after,
      before + letter + letter + next + after,
      before + next + letter + after,
      before + pick([...'azertyuiopqsdfghjklmwxcvbn']) + next + after,
    ]);
  }
}
