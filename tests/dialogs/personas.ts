import type { Answers, Quality } from '../../dialogs/quiz/scoring.ts';

/** Somebody who takes the quiz, with the result that the reference calculation gives. */
export interface Persona {
  id: string;
  answers: Answers;
  code: string;
  expected: {
    band: 'A' | 'B' | 'C' | 'D' | 'undetermined';
    raw: number;
    profile: number;
    final: number;
    cap: number;
    /** In the order of the quiz file. */
    gates: string[];
    quality: Quality;
    dimensions: Record<string, number>;
    /** Scores from 75 on, by weight times score, at most three; of equal ones the first of the quiz file. */
    strengths: string[];
    /** Gates first, lowest cap first, then dimensions up to 40; at most three. */
    watch: string[];
  };
  /** Words that the verdict has to contain, beside its numbers. */
  says: string[];
}

/** Seven of the eight have a verdict; the one who presses the same button everywhere gets none. */
export const personas: readonly Persona[] = [
  {
    // well organised, a bachelor in medical biology: nothing stands in the way
    id: 'ideal',
    answers: {
      cou_recherche: 5,
      adm_routine_r: 2,
      rig_detail: 5,
      equ_coin_r: 2,
      str_delai: 4,
      cou_patients_r: 1,
      adm_ecran: 5,
      str_erreur_r: 2,
      equ_informer: 4,
      rig_ordre_r: 1,
      acc_anglais: 5,
      acc_etudes: 5,
    },
    code: 'CTA1-5252415241558',
    expected: {
      band: 'A',
      raw: 90,
      profile: 90,
      final: 90,
      cap: 100,
      gates: [],
      quality: 'ok',
      dimensions: { RIG: 100, ADM: 87.5, COU: 100, EQU: 75, STR: 75, ACC: 100 },
      strengths: ['RIG', 'ADM', 'COU'],
      watch: [],
    },
    says: ['aucune condition ne bloque'],
  },
  {
    // wants to care for people: contact with patients is the reason, and where it is found is named
    id: 'patients',
    answers: {
      cou_recherche: 4,
      adm_routine_r: 4,
      rig_detail: 4,
      equ_coin_r: 2,
      str_delai: 4,
      cou_patients_r: 5,
      adm_ecran: 2,
      str_erreur_r: 2,
      equ_informer: 5,
      rig_ordre_r: 2,
      acc_anglais: 4,
      acc_etudes: 4,
    },
    code: 'CTA1-4442452252448',
    expected: {
      band: 'C',
      raw: 59.5,
      profile: 60,
      final: 59,
      cap: 59,
      gates: ['G_PAT', 'G_ECR'],
      quality: 'ok',
      dimensions: { RIG: 75, ADM: 25, COU: 37.5, EQU: 87.5, STR: 75, ACC: 75 },
      strengths: ['RIG', 'EQU', 'STR'],
      watch: ['G_PAT', 'G_ECR', 'ADM'],
    },
    says: ['patients', 'paramédicaux', 'CRA'],
  },
  {
    // careful and calm, but English is very hard: the cap says why, and that English can be learned
    id: 'anglais',
    answers: {
      cou_recherche: 4,
      adm_routine_r: 1,
      rig_detail: 5,
      equ_coin_r: 2,
      str_delai: 4,
      cou_patients_r: 2,
      adm_ecran: 5,
      str_erreur_r: 2,
      equ_informer: 4,
      rig_ordre_r: 1,
      acc_anglais: 2,
      acc_etudes: 5,
    },
    code: 'CTA1-4152425241258',
    expected: {
      band: 'C',
      raw: 85.75,
      profile: 86,
      final: 59,
      cap: 59,
      gates: ['G_ANG'],
      quality: 'ok',
      dimensions: { RIG: 100, ADM: 100, COU: 75, EQU: 75, STR: 75, ACC: 62.5 },
      strengths: ['RIG', 'ADM', 'COU'],
      watch: ['G_ANG'],
    },
    says: ['anglais', '86/100', 'Cela s’apprend'],
  },
  {
    // draws and improvises, hates routine: two caps of 59 leave 39; neighbouring jobs are proposed
    id: 'creatif',
    answers: {
      cou_recherche: 3,
      adm_routine_r: 5,
      rig_detail: 2,
      equ_coin_r: 3,
      str_delai: 3,
      cou_patients_r: 2,
      adm_ecran: 2,
      str_erreur_r: 3,
      equ_informer: 4,
      rig_ordre_r: 4,
      acc_anglais: 4,
      acc_etudes: 2,
    },
    code: 'CTA1-3523322344429',
    expected: {
      band: 'D',
      raw: 38.5,
      profile: 39,
      final: 39,
      cap: 39,
      gates: ['G_ETU', 'G_ECR', 'G_RIG', 'G_DIM'],
      quality: 'ok',
      dimensions: { RIG: 25, ADM: 12.5, COU: 62.5, EQU: 62.5, STR: 50, ACC: 50 },
      strengths: [],
      watch: ['G_ETU', 'G_RIG', 'G_ECR'],
    },
    says: ['CRA', 'gestion de projets cliniques'],
  },
  {
    // a nurse who wants to leave the bedside: English in between limits a strong profile; the diploma counts
    id: 'infirmier',
    answers: {
      cou_recherche: 5,
      adm_routine_r: 3,
      rig_detail: 5,
      equ_coin_r: 1,
      str_delai: 5,
      cou_patients_r: 2,
      adm_ecran: 4,
      str_erreur_r: 1,
      equ_informer: 5,
      rig_ordre_r: 2,
      acc_anglais: 3,
      acc_etudes: 5,
    },
    code: 'CTA1-5351524152359',
    expected: {
      band: 'B',
      raw: 83.75,
      profile: 84,
      final: 74,
      cap: 74,
      gates: ['G_ANG'],
      quality: 'ok',
      dimensions: { RIG: 87.5, ADM: 62.5, COU: 87.5, EQU: 100, STR: 100, ACC: 75 },
      strengths: ['RIG', 'EQU', 'STR'],
      watch: ['G_ANG'],
    },
    says: ['84/100', 'anglais', 'soins infirmiers'],
  },
  {
    // does not know: the middle, said to be the middle, and no strength invented
    id: 'neutre',
    answers: {
      cou_recherche: 3,
      adm_routine_r: 3,
      rig_detail: 3,
      equ_coin_r: 3,
      str_delai: 3,
      cou_patients_r: 3,
      adm_ecran: 3,
      str_erreur_r: 3,
      equ_informer: 3,
      rig_ordre_r: 3,
      acc_anglais: 3,
      acc_etudes: 3,
    },
    code: 'CTA1-3333333333336',
    expected: {
      band: 'C',
      raw: 50,
      profile: 50,
      final: 50,
      cap: 74,
      gates: ['G_ANG', 'G_ETU'],
      quality: 'all-neutral',
      dimensions: { RIG: 50, ADM: 50, COU: 50, EQU: 50, STR: 50, ACC: 50 },
      strengths: [],
      watch: ['G_ANG', 'G_ETU'],
    },
    says: ['ni d’un côté, ni de l’autre'],
  },
  {
    // presses « Tout à fait moi » everywhere: that says nothing
    id: 'straight',
    answers: {
      cou_recherche: 5,
      adm_routine_r: 5,
      rig_detail: 5,
      equ_coin_r: 5,
      str_delai: 5,
      cou_patients_r: 5,
      adm_ecran: 5,
      str_erreur_r: 5,
      equ_informer: 5,
      rig_ordre_r: 5,
      acc_anglais: 5,
      acc_etudes: 5,
    },
    code: 'CTA1-5555555555556',
    expected: {
      band: 'undetermined',
      raw: 55,
      profile: 55,
      final: 55,
      cap: 59,
      gates: ['G_PAT'],
      quality: 'straightline',
      dimensions: { RIG: 50, ADM: 50, COU: 50, EQU: 50, STR: 50, ACC: 100 },
      strengths: ['ACC'],
      watch: ['G_PAT'],
    },
    says: ['Veux-tu refaire le quiz ?'],
  },
  {
    // perfect but for rigour, which the job is built on
    id: 'desordre',
    answers: {
      cou_recherche: 5,
      adm_routine_r: 1,
      rig_detail: 1,
      equ_coin_r: 1,
      str_delai: 5,
      cou_patients_r: 1,
      adm_ecran: 5,
      str_erreur_r: 1,
      equ_informer: 5,
      rig_ordre_r: 5,
      acc_anglais: 5,
      acc_etudes: 5,
    },
    code: 'CTA1-5111515155556',
    expected: {
      band: 'C',
      raw: 76,
      profile: 76,
      final: 59,
      cap: 59,
      gates: ['G_RIG'],
      quality: 'ok',
      dimensions: { RIG: 0, ADM: 100, COU: 100, EQU: 100, STR: 100, ACC: 100 },
      strengths: ['ADM', 'COU', 'EQU'],
      watch: ['G_RIG'],
    },
    says: ['76/100', 'rigueur'],
  },
];

/** What the channel data of a persona's verdict has to say. */
export const verdictDataOf = ({ expected, code }: Persona) => ({
  band: expected.band,
  score: expected.final,
  profile: expected.profile,
  cap: expected.cap,
  confidence: expected.quality === 'ok' ? 'normal' : 'low',
  dimensions: expected.dimensions,
  code,
});
