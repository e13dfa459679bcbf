import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import { abbreviationTable, type Language, wordSet } from './language.ts';

export const french: Language = {
  stem: (word) => stemmer.stem(word),
  stopWords: wordSet(
    `le la les l un une des d du de au aux a et ce cet cette ces c se s je j tu t il elle on nous vous ils elles me m te
     lui leur y en que qu qui est es suis sont ai as avez ont etre avoir dans sur pour par avec`,
  ),
  connectors: ['et', 'ainsi que', 'et puis', 'puis', 'plus', 'et aussi', 'aussi', 'ou bien'],
  continuations: wordSet('et mais ok donc alors ah oui pour'),
  abbreviations: abbreviationTable(`
    koi kwa qoi = quoi
    ki = qui
    ke = que
    kel kels kelle kelles quelle quels quelles = quel
    pk pq pkoi pquoi pourkoi prk pcq = pourquoi
    pr = pour
    ds = dans
    ac avc = avec
    cb cmb combi combn = combien
    cmt komen koman coment comen cmnt kmt = comment
    bcp bcq bcoup = beaucoup
    tt = tout
    ts = tous
    ttes = toutes
    tjs tjr tjrs = toujours
    jms jamai = jamais
    mtn mnt = maintenant
    qd kan kand = quand
    stp = svp
    slt = salut
    bjr bjour = bonjour
    bsr = bonsoir
    mrc mci = merci
    dsl = desole
    jsp chpa chepa = je sais pas
    jsuis chui chuis = je suis
    jveux jveu = je veux
    jpeux jpeu = je peux
    jdois = je dois
    keske kesk kesque quesque = est ce que
    eske esk esque esce = est ce que
    ya = il y a
    yapas = il y a pas
    g jai = ai
    c cest sest = est
    sa = ca
    fo fau = faut
    fr fer = faire
    fe fai = fait
    qqn qqun kelkun = quelqu un
    qqch qqchose = quelque chose
    qq = quelque
    taf taff boulo boulot job = travail
    taffer bosser boss = travailler
    dispo = disponible
    info infos = information
    rdv = rendez vous
    tel = telephone
    sal = salaire
    exp = experience
    univ unif fac = universite
    clinik clinic = clinique
    nn nan = non
    wi oue ouai ui = oui
    auj = aujourd hui
    we = week end
    mm = meme
    dc = donc
    ns = nous
    ptet = peut etre
    bi1 b1 = bien
    2m1 = demain
  `),
};
