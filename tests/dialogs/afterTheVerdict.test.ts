import { describe, expect, it } from 'vitest';
import { writeCode } from '../../dialogs/quiz/resultCode.ts';
import { type Answers, score } from '../../dialogs/quiz/scoring.ts';
import type { Locale } from '../../knowledge/index.ts';
import { createMemoryStore } from '../../src/storage/memoryStore.ts';
import { type Conversation, type Heard, knowledge, openConversation, textsOf } from '../helpers/conversation.ts';
import { personas } from './personas.ts';
import { best, bestBut } from './quizAnswers.ts';

const { quiz, entries } = knowledge;

const questionOf = (id: string, locale: Locale) => entries.get(id)?.words[locale]?.question ?? id;
const answersOf = (id: string): Answers => personas.find((p) => p.id === id)?.answers ?? {};
const codeOf = (answers: Answers) => writeCode(quiz, answers);
const finalOf = (answers: Answers) => score(quiz, answers).final;

/** Takes the quiz by typing figures. */
async function take(conversation: Conversation, answers: Answers, locale: Locale = 'fr'): Promise<Heard> {
  let heard = await conversation.say(questionOf('quiz', locale));
  for (let i = 0; i < 2 * quiz.items.length && !heard.verdict; i++)
    heard = await conversation.say(String(answers[heard.quiz?.question ?? '']));
  return heard;
}

async function afterQuiz(answers: Answers, locale: Locale = 'fr') {
  const conversation = openConversation({ locale });
  await conversation.greet();
  const heard = await take(conversation, answers, locale);
  return { conversation, heard };
}

describe('after the verdict', () => {
  it.each<[locale: Locale, say: string]>([
    ['fr', 'pourquoi ce résultat ?'],
    ['fr', "qu'est-ce qui compte le plus ?"],
    ['fr', 'et si mon anglais était meilleur ?'],
    ['fr', 'j’ai fait mieux que la dernière fois ?'],
    ['nl', 'waarom dit resultaat?'],
    ['nl', 'wat als mijn Engels beter was?'],
    ['en', 'why this result?'],
    ['en', 'what if I had a degree?'],
  ])('%s: « %s » is answered from its numbers', async (locale, say) => {
    const { conversation } = await afterQuiz(answersOf('anglais'), locale);
    const heard = await conversation.say(say);
    expect(heard.answer).toMatchObject({ kind: 'verdict', locale });
  });

  it('says what one answer would change, with the score that the formula gives', async () => {
    const answers = bestBut({ acc_anglais: 2 });
    const { conversation } = await afterQuiz(answers);
    const heard = await conversation.say('et si mon anglais était meilleur ?');
    expect(heard.text).toContain(String(finalOf({ ...answers, acc_anglais: 3 })));
    expect(heard.text).toContain(String(finalOf({ ...answers, acc_anglais: 5 })));
  });

  it('a question about the job is still a question about the job', async () => {
    const { conversation } = await afterQuiz(best);
    expect((await conversation.say('et c’est payé combien ?')).answer).toMatchObject({ entries: ['salaire'] });
    expect((await conversation.say('il faut quel niveau d’anglais ?')).answer).toMatchObject({ entries: ['anglais'] });
  });

  it('shows it again, the same', async () => {
    const { conversation, heard } = await afterQuiz(answersOf('patients'));
    expect((await conversation.say('remontre mon résultat')).verdict).toEqual(heard.verdict);
  });

  it('the same words mean no verdict where there is none', async () => {
    const heard = await openConversation().say('pourquoi ce résultat ?');
    expect(heard.answer?.kind).not.toBe('verdict');
  });

  it('is kept over a restart', async () => {
    const store = createMemoryStore();
    const { verdict } = await take(openConversation({ store, id: 'kept' }), answersOf('patients'));
    const heard = await openConversation({ store, id: 'kept' }).say('montre mon résultat');
    expect(heard.verdict).toEqual(verdict);
  });

  it('is gone once everything is erased', async () => {
    const { conversation } = await afterQuiz(best);
    const asked = await conversation.say('efface mes données');
    expect(asked.text).toContain(textsOf('fr').erase.result);
    await conversation.say('oui');
    const heard = await conversation.say('pourquoi ce résultat ?');
    expect(heard.answer?.kind).not.toBe('verdict');
  });
});

describe('an answer that is to change', () => {
  const atFourth = async (locale: Locale = 'fr') => {
    const conversation = openConversation({ locale });
    let heard = await conversation.say(questionOf('quiz', locale));
    for (const say of ['1', '2', '3']) heard = await conversation.say(say);
    return { conversation, heard };
  };

  it.each<[locale: Locale, say: string, index: number]>([
    ['fr', 'changer la 2', 2],
    ['fr', 'je veux changer la première', 1],
    ['fr', 'je me suis trompé à la question 3', 3],
    ['nl', 'verander vraag 2', 2],
    ['en', 'change my answer to question 2', 2],
  ])('%s: « %s » is asked for anew, and the quiz goes on where it was', async (locale, say, index) => {
    const { conversation, heard: before } = await atFourth(locale);
    const asked = await conversation.say(say);
    expect(asked.quiz).toMatchObject({ event: 'question', index });
    expect((await conversation.say('5')).quiz).toEqual(before.quiz);
  });

  it('loses nothing where « retour » follows: the item before it is asked, then the quiz goes on where it was', async () => {
    const { conversation, heard: before } = await atFourth();
    await conversation.say('changer la 3');
    expect((await conversation.say('retour')).quiz).toMatchObject({ index: 2 });
    expect((await conversation.say('4')).quiz).toEqual(before.quiz);
  });

  it('gives way to another that is to change instead', async () => {
    const { conversation, heard: before } = await atFourth();
    await conversation.say('changer la 3');
    expect((await conversation.say('changer la 1')).quiz).toMatchObject({ index: 1 });
    expect((await conversation.say('4')).quiz).toEqual(before.quiz);
  });

  it('is none that a figure alone names, once the quiz is over', async () => {
    const { conversation } = await afterQuiz(best);
    await conversation.say('merci');
    expect((await conversation.say('4')).quiz).toBeUndefined();
  });

  it('that was not given yet comes in its turn', async () => {
    const { conversation, heard: before } = await atFourth();
    const heard = await conversation.say('changer la 9');
    expect(heard.quiz).toEqual(before.quiz);
    expect(heard.text).toContain(textsOf('fr').quiz.changeLater(9));
  });

  it('that was not named is asked about', async () => {
    const { conversation, heard: before } = await atFourth();
    const heard = await conversation.say('je veux modifier une de mes réponses');
    expect(heard.quiz).toEqual(before.quiz);
    expect(heard.text).toContain(textsOf('fr').quiz.changeWhich);
  });

  it('may be named after the verdict, by what it asks about', async () => {
    const { conversation } = await afterQuiz(bestBut({ acc_anglais: 2 }));
    const asked = await conversation.say('je veux changer ma réponse sur l’anglais');
    expect(asked.quiz).toMatchObject({ question: 'acc_anglais' });
    const heard = await conversation.say('5');
    expect(heard.verdict).toMatchObject({ score: 100, band: 'A' });
    expect(heard.text).toContain('59');
  });

  it('after the verdict, without a number: all of them are told with theirs', async () => {
    const { conversation } = await afterQuiz(best);
    const heard = await conversation.say('je veux modifier une de mes réponses');
    expect(heard.quiz).toBeUndefined();
    for (let index = 1; index <= quiz.items.length; index++) expect(heard.text).toContain(`**${index}**`);
  });
});

describe('answers in another language', () => {
  it.each(['ja', 'totally', 'helemaal niet'])('are answers: « %s » in a French quiz', async (say) => {
    const conversation = openConversation();
    const before = await conversation.say(questionOf('quiz', 'fr'));
    expect((await conversation.say(say)).quiz).toMatchObject({ index: (before.quiz?.index ?? 0) + 1 });
  });

  it.each<[locale: Locale, say: string]>([
    ['en', "I can't do that"],
    ['fr', 'je ne sais vraiment pas'],
    ['en', 'not at all really'],
  ])('%s: words that say little are no call for help: « %s »', async (locale, say) => {
    const conversation = openConversation({ locale });
    await conversation.say(questionOf('quiz', locale));
    const heard = await conversation.say(say);
    expect(heard.answer?.kind).not.toBe('handoff');
    expect(heard.quiz).toBeDefined();
  });
});

describe('a result code', () => {
  it('opens its verdict, in whichever conversation', async () => {
    const answers = answersOf('infirmier');
    const heard = await openConversation().say(`j’ai reçu ça : ${codeOf(answers)}`);
    expect(heard.verdict).toMatchObject({ score: finalOf(answers), code: codeOf(answers) });
  });

  it('gives something to talk about', async () => {
    const conversation = openConversation();
    await conversation.say(codeOf(answersOf('anglais')));
    expect((await conversation.say('pourquoi ce résultat ?')).answer?.kind).toBe('verdict');
  });

  it('beside another is compared with it', async () => {
    const [before, after] = [answersOf('anglais'), answersOf('ideal')];
    const heard = await openConversation().say(`${codeOf(before)} et maintenant ${codeOf(after)}`);
    expect(heard.answer?.kind).toBe('verdict');
    expect(heard.text).toContain(String(finalOf(before)));
    expect(heard.text).toContain(String(finalOf(after)));
  });

  it('of before is compared with the quiz taken since', async () => {
    const { conversation } = await afterQuiz(answersOf('ideal'));
    await conversation.say(codeOf(answersOf('anglais')));
    const heard = await conversation.say('compare avec mon ancien résultat');
    expect(heard.text).toContain(String(finalOf(answersOf('ideal'))));
    expect(heard.text).toContain(String(finalOf(answersOf('anglais'))));
  });

  it('that is mistyped is told to be, with what is wrong', async () => {
    const code = codeOf(best);
    const wrong = code.replace(/.$/, (last) => (last === '6' ? '7' : '6'));
    const heard = await openConversation().say(wrong);
    expect(heard.verdict).toBeUndefined();
    expect(heard.text).toBe(textsOf('fr').explain.mistyped.check);
  });

  it('in the middle of the quiz is opened, and the same item asked again', async () => {
    const conversation = openConversation();
    const before = await conversation.say(questionOf('quiz', 'fr'));
    const heard = await conversation.say(codeOf(best));
    expect(heard.verdict).toMatchObject({ score: 100 });
    expect(heard.quiz).toEqual(before.quiz);
  });
});

describe('the quiz taken again', () => {
  it('tells the progress since the last time', async () => {
    const { conversation } = await afterQuiz(answersOf('anglais'));
    const heard = await take(conversation, answersOf('ideal'));
    const [from, to] = [finalOf(answersOf('anglais')), finalOf(answersOf('ideal'))];
    expect(heard.text).toContain(textsOf('fr').explain.progress(from, to, '').trim());
  });

  it('with one answer otherwise has moved by chance, and is told so', async () => {
    const answers = answersOf('ideal');
    const { conversation } = await afterQuiz(answers);
    const heard = await take(conversation, { ...answers, str_delai: 5 });
    expect(heard.text).toContain(textsOf('fr').explain.noise('+2', 10));
  });
});
