import type { Texts } from './texts.ts';

export const en: Texts = {
  greeting:
    'Hello! 👋 I answer your questions about the job of **CTA** (Clinical Trial Assistant) in Belgium: ' +
    'salary, studies, tasks, employers…\n\n' +
    'You can also take the **quiz** in 2 minutes, or ask to **talk to someone**.',
  greetingWithPausedQuiz: (index, total) =>
    `Your quiz is waiting for you at question ${index} of ${total}: say “resume” whenever you like.`,
  source: (section) => `*Source: the guide, “${section}”*`,
  clarify: 'I’m not sure I understand. Do you mean…',
  unknown: {
    text:
      'I have no answer to that: I know one single guide, about the job of CTA in Belgium. ' +
      'You can put it another way, or talk to someone.',
    withTopics:
      'I found no answer to that in the job guide, and I’d rather not make anything up. Perhaps one of these topics?',
  },
  unreadable: {
    empty: 'I received nothing to read. Write your question in a few words, for example “what salary?”.',
    attachment: 'I can’t read pictures or files. Write me your question in a few words.',
    long: 'That’s a long message! Can you ask your question in one or two sentences?',
  },
  distress:
    'What you write touches me, and it matters. I’m a small program: I can’t help you the way you need, but there are ' +
    'people who can, right now and free of charge.\n\n' +
    '- **Someone to talk to: 107** (Télé-Accueil, in French) or **106** (Tele-Onthaal, in Dutch), day and night\n' +
    '- **Children and teenagers: 103** (Écoute-Enfants, in French) or **102** (Awel, in Dutch)\n' +
    '- **Suicide prevention: 0800 32 123** (Centre de prévention du suicide, in French) or **1813** (Zelfmoordlijn, in Dutch)\n' +
    '- **In danger now: 112**\n\n' +
    'Talk to an adult you trust, too. You don’t have to carry this without help.',
  complaint:
    'Sorry, that was not a good answer. Try other words, or a keyword or two (“pay”, “studies”…). ' +
    'I know one guide only: for the rest, a person can help you better.',
  handoff: {
    withAdvisor: (contact) => `Of course. Someone can answer you: ${contact}`,
    withoutAdvisor:
      'Of course. I can’t connect you with a person here. Ask the school or the guidance service that pointed you to ' +
      'this page: somebody there can answer you.',
  },
  erase: {
    ask: (stored) =>
      `This is what is kept of our conversation:\n\n${stored.map((s) => `- ${s}`).join('\n')}\n\n` +
      'Shall I delete it for good?',
    messages: 'the messages exchanged here',
    quizAnswers: (count) => (count > 1 ? `your ${count} quiz answers` : 'your quiz answer'),
    confirm: 'Yes, delete it all',
    cancel: 'No, keep it',
    yes: [
      'yes',
      'ok',
      'okay',
      'yes delete',
      'yes delete it',
      'yes please',
      'delete',
      'delete it',
      'delete everything',
      'delete all',
      'erase',
      'erase everything',
      'go ahead',
      'yeah',
      'yep',
      'yup',
      'sure',
      'i confirm',
      'confirm',
      'do it',
    ],
    no: [
      'no',
      'no thanks',
      'no thank you',
      'nope',
      'nah',
      'keep',
      'keep it',
      'keep everything',
      'keep it all',
      'no keep everything',
      'don’t delete',
      'dont delete',
      'don’t delete anything',
      'don’t',
      'not at all',
      'definitely not',
      'no way',
      'i don’t know',
      'i dont know',
      'not sure',
      'never mind',
      'nevermind',
      'forget it',
      'cancel',
      'stop',
      'back',
      'not now',
    ],
    done: 'Done: everything is deleted. We can start afresh whenever you like.',
    kept: 'All right, I’m not deleting anything.',
  },
  language: 'All right, let’s go on in English. What is your question?',
  fault: 'Sorry, something went wrong on my side. Your conversation is kept: try again in a moment.',
  quiz: {
    item: (index, total, text) => `**${index}/${total}** · ${text}`,
    noted: (label) => `Noted: “${label}”.`,
    resumed: (index, total) => `We go on at question ${index} of ${total}. (Say “start over” to begin again.)`,
    restarted: 'We start over.',
    changed: 'The quiz has been updated since you were here: we start over.',
    back: 'We go back to the previous question.',
    backAtStart: 'This is already the first question.',
    why: (reason, section) => `${reason}.\n\n*From the guide, “${section}”*`,
    noSkip: 'Every answer counts towards the result, so I can’t skip this one. If you hesitate, choose the middle.',
    stopped: (index, total) =>
      `All right, we stop here. Your answers are kept (question ${index} of ${total}): say “resume” whenever you like.`,
    unclear: 'I didn’t understand your answer. Choose a button, or write a number from 1 (no) to 5 (yes).',
    stale: 'That button belongs to a question that is already over, so I’m leaving it aside.',
    staleWithoutQuiz: 'That button belongs to a quiz that is over. You can take another one whenever you like.',
  },
  verdict: {
    title: (label, score, low, high) => `### ${label}\n\nAbout **${score}/100** (between ${low} and ${high}).`,
    noScore: (label) => `### ${label}`,
    capped: (profile, cap, reason) =>
      `**The main reason:** ${reason} Your profile alone gives ${profile}/100; this condition limits the result to ${cap}.`,
    cappedTogether: (profile, cap, reasons) =>
      `**The main reasons:** ${reasons.join(' ')} Your profile alone gives ${profile}/100; these two conditions together limit the result to ${cap}.`,
    borderline: 'You are very close to the neighbouring category: read both sides.',
    strengths: '**Your strengths**',
    watch: '**Points to watch**',
    next: '**What now?**',
    dimensions: '**Your answers, area by area**',
    point: (text, section) => `- ${text} *(guide: ${section})*`,
    dimension: (label, score) => `- ${label}: ${score}/100`,
    code: (code) => `Your result code: \`${code}\``,
  },
  buttons: { erase: 'Delete my data', retake: 'Retake the quiz', discover: 'Discover the job' },
};
