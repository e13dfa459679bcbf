import stemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';
import { abbreviationTable, type Language, wordSet } from './language.ts';

export const english: Language = {
  stem: (word) => stemmer.stem(word),
  stopWords: wordSet('a an the of to in on for is are was be am do does did i you it my me and or that this s'),
  connectors: ['and', 'and also', 'as well as', 'plus', 'also'],
  continuations: wordSet('and but ok okay so ah yes for'),
  abbreviations: abbreviationTable(`
    u ya = you
    ur = your
    r = are
    wat wot wht = what
    whats = what is
    wheres = where is
    hows = how is
    dont = do not
    doesnt = does not
    isnt = is not
    cant = can not
    im = i am
    ive = i have
    id = i would
    gonna = going to
    wanna = want to
    gotta = have to
    pls plz = please
    thx tnx ty thanx = thanks
    cya = see you
    gtg = got to go
    bc cuz coz = because
    abt = about
    b4 = before
    n = and
    w = with
    tho = though
    rly = really
    ppl = people
    info = information
    uni = university
    exp = experience
    sal = salary
    idk = i do not know
    job = work
    jobs = work
  `),
};
