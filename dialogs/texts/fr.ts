import type { Texts } from './texts.ts';

export const fr: Texts = {
  greeting:
    'Bonjour ! 👋 Je réponds à tes questions sur le métier de **CTA** (coordinateur·rice d’essais cliniques) en Belgique : ' +
    'salaire, études, missions, employeurs…\n\n' +
    'Tu peux aussi faire le **quiz** en 2 minutes, ou demander à **parler à quelqu’un**.',
  greetingWithPausedQuiz: (index, total) =>
    `Ton quiz t’attend à la question ${index} sur ${total} : dis « reprendre » quand tu veux.`,
  source: (section) => `*Source : le guide, « ${section} »*`,
  clarify: 'Je préfère vérifier. Tu veux parler de…',
  unknown: {
    text:
      'Je n’ai pas de réponse à ça : je connais un seul guide, celui du métier de CTA en Belgique. ' +
      'Tu peux le dire autrement, ou parler à quelqu’un.',
    withTopics:
      'Je n’ai pas trouvé de réponse à ça dans le guide du métier, et je préfère ne rien inventer. ' +
      'Un de ces sujets peut-être ?',
  },
  unreadable: {
    empty: 'Je n’ai rien reçu à lire. Écris ta question en quelques mots, par exemple « quel salaire ? ».',
    attachment: 'Je ne sais pas lire les images ni les fichiers. Écris-moi ta question en quelques mots.',
    long: 'C’est un long message ! Peux-tu poser ta question en une ou deux phrases ?',
  },
  distress:
    'Ce que tu écris me touche, et c’est important. Je suis un petit programme : je ne peux pas t’aider comme il ' +
    'faudrait, mais des personnes le peuvent, tout de suite et gratuitement.\n\n' +
    '- **Télé-Accueil : 107** (jour et nuit)\n' +
    '- **Écoute-Enfants : 103** (enfants et ados)\n' +
    '- **Centre de prévention du suicide : 0800 32 123**\n' +
    '- **En danger maintenant : 112**\n\n' +
    'Parles-en aussi à un adulte en qui tu as confiance. Tu n’as pas à porter ça sans aide.',
  complaint:
    'Désolé, je n’ai pas bien répondu. Dis-le avec d’autres mots, ou en quelques mots-clés (« salaire », « études »…). ' +
    'Je ne connais qu’un guide : pour le reste, une personne pourra mieux t’aider.',
  handoff: {
    withAdvisor: (contact) => `Bien sûr. Une personne peut te répondre : ${contact}`,
    withoutAdvisor:
      'Bien sûr. Je ne peux pas te mettre en ligne avec une personne ici. Adresse-toi à l’école ou au service ' +
      'd’orientation qui t’a proposé cette page : on pourra t’y répondre.',
  },
  erase: {
    ask: (stored) =>
      `Voici ce qui est gardé de notre conversation :\n\n${stored.map((s) => `- ${s}`).join('\n')}\n\n` +
      'Je l’efface pour de bon ?',
    messages: 'les messages échangés ici',
    quizAnswers: (count) => (count > 1 ? `tes ${count} réponses au quiz` : 'ta réponse au quiz'),
    confirm: 'Oui, tout effacer',
    cancel: 'Non, garder',
    yes: [
      'oui',
      'ok',
      'oui efface',
      'efface',
      'efface tout',
      'vas y',
      'oui stp',
      'oui svp',
      'd’accord',
      'ouais',
      'je confirme',
    ],
    no: [
      'non',
      'non merci',
      'nan',
      'garde',
      'garde tout',
      'non garde',
      'n’efface rien',
      'non n’efface rien',
      'pas du tout',
      'surtout pas',
      'je ne sais pas',
      'je sais pas',
      'laisse tomber',
      'annule',
      'annuler',
      'stop',
      'retour',
    ],
    done: 'C’est fait : tout est effacé. On repart de zéro quand tu veux.',
    kept: 'D’accord, je n’efface rien.',
  },
  language: 'D’accord, on continue en français. Quelle est ta question ?',
  fault: 'Désolé, quelque chose s’est mal passé de mon côté. Ta conversation est gardée : réessaie dans un instant.',
  quiz: {
    item: (index, total, text) => `**${index}/${total}** · ${text}`,
    noted: (label) => `Noté : ${label.charAt(0).toLowerCase()}${label.slice(1)}.`,
    resumed: (index, total) =>
      `On reprend à la question ${index} sur ${total}. (Dis « recommencer » pour repartir de zéro.)`,
    restarted: 'On repart de zéro.',
    changed: 'Le quiz a été mis à jour depuis ton passage : on repart de zéro.',
    back: 'On revient à la question d’avant.',
    backAtStart: 'C’est déjà la première question.',
    why: (reason, section) => `${reason}.\n\n*D’après le guide, « ${section} »*`,
    noSkip:
      'Chaque réponse compte dans le résultat, alors je ne peux pas sauter celle-ci. Si tu hésites, choisis le milieu.',
    stopped: (index, total) =>
      `D’accord, on s’arrête là. Tes réponses sont gardées (question ${index} sur ${total}) : dis « reprendre » quand tu veux.`,
    unclear: 'Je n’ai pas compris ta réponse. Choisis un bouton, ou écris un chiffre de 1 (non) à 5 (oui).',
    stale: 'Ce bouton appartient à une question déjà passée, je n’en tiens pas compte.',
    staleWithoutQuiz: 'Ce bouton appartient à un quiz terminé. Tu peux en refaire un quand tu veux.',
  },
  verdict: {
    title: (label, score, low, high) => `### ${label}\n\nEnviron **${score}/100** (entre ${low} et ${high}).`,
    noScore: (label) => `### ${label}`,
    capped: (profile, cap, reason) =>
      `**La raison principale :** ${reason} Ton profil seul donne ${profile}/100 ; cette condition limite le résultat à ${cap}.`,
    cappedTogether: (profile, cap, reasons) =>
      `**Les raisons principales :** ${reasons.join(' ')} Ton profil seul donne ${profile}/100 ; ces deux conditions ensemble limitent le résultat à ${cap}.`,
    borderline: 'Tu es tout près de la catégorie voisine : lis les deux côtés.',
    strengths: '**Tes points forts**',
    watch: '**À surveiller**',
    next: '**Et maintenant ?**',
    dimensions: '**Tes réponses, domaine par domaine**',
    point: (text, section) => `- ${text} *(guide : ${section})*`,
    dimension: (label, score) => `- ${label} : ${score}/100`,
    code: (code) => `Ton code de résultat : \`${code}\``,
  },
  buttons: { erase: 'Effacer mes données', retake: 'Refaire le quiz', discover: 'Découvrir le métier' },
};
