import type { Texts } from './texts.ts';

export const nl: Texts = {
  greeting:
    'Hallo! 👋 Ik beantwoord je vragen over het beroep van **CTA** (Clinical Trial Assistant) in België: ' +
    'loon, studies, taken, werkgevers…\n\n' +
    'Je kan ook de **quiz** doen in 2 minuten, of vragen om **met iemand te praten**.',
  greetingWithPausedQuiz: (index, total) =>
    `Je quiz wacht op je bij vraag ${index} van ${total}: zeg “verder” wanneer je wil.`,
  source: (section) => `*Bron: de gids, “${section}”*`,
  clarify: 'Ik ben niet zeker dat ik je goed begrijp. Bedoel je…',
  unknown: {
    text:
      'Daar heb ik geen antwoord op: ik ken maar één gids, die over het beroep van CTA in België. ' +
      'Je kan het anders zeggen, of met iemand praten.',
    withTopics:
      'Daar vond ik geen antwoord op in de gids over dit beroep, en ik verzin liever niets. ' +
      'Misschien een van deze onderwerpen?',
  },
  unreadable: {
    empty: 'Ik heb niets ontvangen om te lezen. Schrijf je vraag in een paar woorden, bijvoorbeeld “welk loon?”.',
    attachment: 'Ik kan geen foto’s of bestanden lezen. Schrijf me je vraag in een paar woorden.',
    long: 'Dat is een lang bericht! Kan je je vraag stellen in een of twee zinnen?',
  },
  distress:
    'Wat je schrijft, raakt me, en het is belangrijk. Ik ben een klein programma: ik kan je niet helpen zoals het zou ' +
    'moeten, maar er zijn mensen die dat wel kunnen, nu meteen en gratis.\n\n' +
    '- **Tele-Onthaal: 106** (dag en nacht)\n' +
    '- **Awel: 102** (kinderen en jongeren)\n' +
    '- **Zelfmoordlijn: 1813**\n' +
    '- **Nu in gevaar: 112**\n\n' +
    'Praat er ook over met een volwassene die je vertrouwt. Je hoeft dit niet zonder hulp te dragen.',
  complaint:
    'Sorry, dat was geen goed antwoord. Zeg het eens anders, of in een paar woorden (‘loon’, ‘opleiding’…). ' +
    'Ik ken maar één gids: voor de rest kan iemand van vlees en bloed je beter helpen.',
  handoff: {
    withAdvisor: (contact) => `Natuurlijk. Iemand kan je antwoorden: ${contact}`,
    withoutAdvisor:
      'Natuurlijk. Ik kan je hier niet doorverbinden met iemand. Vraag het aan de school of de begeleidingsdienst die je ' +
      'deze pagina heeft aangeraden: daar kunnen ze je antwoorden.',
  },
  erase: {
    ask: (stored) =>
      `Dit wordt bewaard van ons gesprek:\n\n${stored.map((s) => `- ${s}`).join('\n')}\n\n` +
      'Zal ik het voorgoed wissen?',
    messages: 'de berichten die we hier hebben uitgewisseld',
    quizAnswers: (count) => (count > 1 ? `je ${count} antwoorden op de quiz` : 'je antwoord op de quiz'),
    confirm: 'Ja, alles wissen',
    cancel: 'Nee, bewaren',
    yes: [
      'ja',
      'jaa',
      'ja hoor',
      'jawel',
      'ok',
      'oké',
      'okay',
      'ja wis',
      'ja wis alles',
      'ja wis maar',
      'ja verwijder',
      'wis',
      'wis maar',
      'wis het',
      'wis alles',
      'verwijder',
      'verwijder maar',
      'verwijder alles',
      'doe maar',
      'ja doe maar',
      'ja graag',
      'ja aub',
      'ja alstublieft',
      'zeker',
      'akkoord',
      'ik bevestig',
    ],
    no: [
      'nee',
      'neen',
      'nee nee',
      'nee dank u',
      'nee bedankt',
      'nee merci',
      'bewaar',
      'bewaar alles',
      'bewaren',
      'nee bewaar',
      'hou alles bij',
      'wis niets',
      'wis niks',
      'nee wis niets',
      'nee wis niks',
      'niet wissen',
      'nee niet wissen',
      'verwijder niets',
      'helemaal niet',
      'zeker niet',
      'liever niet',
      'ik weet het niet',
      'ik weet niet',
      'weet niet',
      'kweet nie',
      'toch niet',
      'laat maar',
      'laat maar zitten',
      'annuleer',
      'annuleren',
      'stop',
      'terug',
    ],
    done: 'Klaar: alles is gewist. We beginnen opnieuw van nul wanneer je wil.',
    kept: 'Oké, ik wis niets.',
  },
  language: 'Oké, we gaan verder in het Nederlands. Wat is je vraag?',
  fault: 'Sorry, er is iets misgelopen aan mijn kant. Je gesprek is bewaard: probeer het zo meteen opnieuw.',
  quiz: {
    item: (index, total, text) => `**${index}/${total}** · ${text}`,
    noted: (label) => `Genoteerd: ${label.charAt(0).toLowerCase()}${label.slice(1)}.`,
    resumed: (index, total) =>
      `We gaan verder met vraag ${index} van ${total}. (Zeg “opnieuw” om van nul te beginnen.)`,
    restarted: 'We beginnen opnieuw van nul.',
    changed: 'De quiz is aangepast sinds je vorige keer: we beginnen opnieuw van nul.',
    back: 'We gaan terug naar de vorige vraag.',
    backAtStart: 'Dit is al de eerste vraag.',
    why: (reason, section) => `${reason}.\n\n*Volgens de gids, “${section}”*`,
    noSkip:
      'Elk antwoord telt mee voor het resultaat, dus deze vraag kan ik niet overslaan. Twijfel je? Kies het midden.',
    stopped: (index, total) =>
      `Oké, we stoppen hier. Je antwoorden zijn bewaard (vraag ${index} van ${total}): zeg “verder” wanneer je wil.`,
    unclear: 'Ik heb je antwoord niet begrepen. Kies een knop, of schrijf een cijfer van 1 (nee) tot 5 (ja).',
    stale: 'Die knop hoort bij een vraag die al voorbij is, ik hou er geen rekening mee.',
    staleWithoutQuiz: 'Die knop hoort bij een quiz die afgelopen is. Je kan er een nieuwe doen wanneer je wil.',
  },
  verdict: {
    title: (label, score, low, high) => `### ${label}\n\nOngeveer **${score}/100** (tussen ${low} en ${high}).`,
    noScore: (label) => `### ${label}`,
    capped: (profile, cap, reason) =>
      `**De belangrijkste reden:** ${reason} Je profiel alleen geeft ${profile}/100; deze voorwaarde beperkt het resultaat tot ${cap}.`,
    cappedTogether: (profile, cap, reasons) =>
      `**De belangrijkste redenen:** ${reasons.join(' ')} Je profiel alleen geeft ${profile}/100; deze twee voorwaarden samen beperken het resultaat tot ${cap}.`,
    borderline: 'Je zit heel dicht bij de categorie ernaast: lees beide kanten.',
    strengths: '**Je sterke punten**',
    watch: '**Om op te letten**',
    next: '**En nu?**',
    dimensions: '**Je antwoorden, domein per domein**',
    point: (text, section) => `- ${text} *(gids: ${section})*`,
    dimension: (label, score) => `- ${label}: ${score}/100`,
    code: (code) => `Je resultaatcode: \`${code}\``,
  },
  buttons: { erase: 'Mijn gegevens wissen', retake: 'Quiz opnieuw doen', discover: 'Het beroep ontdekken' },
};
