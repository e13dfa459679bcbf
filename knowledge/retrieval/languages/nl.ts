import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
import { abbreviationTable, type Language, wordSet } from './language.ts';

/** Dutch as Flanders writes it, tussentaal included. */
export const dutch: Language = {
  stem: (word) => stemmer.stem(word),
  stopWords: wordSet(
    'de het een den en of van in op te is zijn zijt ik je jij ge gij u we wij dat die er aan met voor om t n als dan',
  ),
  connectors: ['en', 'en ook', 'alsook', 'plus', 'en dan', 'en ook nog'],
  continuations: wordSet('en maar ok oke dus ah ja voor'),
  abbreviations: abbreviationTable(`
    wa wadde = wat
    da = dat
    ni nie nt = niet
    hoev hvl hoevl = hoeveel
    ma = maar
    idd = inderdaad
    aub svp = alstublieft
    mss = misschien
    gwn = gewoon
    nr = naar
    vr = voor
    mn = mijn
    zn = zijn
    kheb = ik heb
    kben = ik ben
    kweet = ik weet
    kwil = ik wil
    kzou = ik zou
    kga = ik ga
    ist = is het
    zitte = zitten
    moek = moet ik
    moeje = moet je
    moede = moet ge
    verdiende = verdient ge
    kunde = kunt ge
    hebde = hebt ge
    zijde = zijt ge
    doede = doet ge
    krijgde = krijgt ge
    werkde = werkt ge
    wrm = waarom
    wnr = wanneer
    dr = daar
    ff = even
    thx tnx = bedankt
    hoi = hallo
    job = werk
    jobs = werk
    info = informatie
    unief univ = universiteit
    dipl = diploma
    ervrg = ervaring
    goe = goed
    gn = geen
    gin = geen
    wss = waarschijnlijk
    tis = het is
    vd = van de
    vh = van het
    ipv = in plaats van
    evt = eventueel
    bv bvb = bijvoorbeeld
    eig = eigenlijk
    egt = echt
  `),
};
