/** What is nobody's business in what customers read, by what it is about: each family in its registers. */
const TOPICS: Readonly<Record<string, readonly string[]>> = {
  health: [
    'sick(?:ness| leave| note|bed)|illness|medical(?:ly)?|diseases?|diagnos(?:is|es|tic)|diagnosed with|unwell|in poor health',
    '(?:is|was|are|were|been|being|off|fell|feels?|called in|reported|very|seriously|so|rather) (?:sick|ill)\\b(?!-)',
    'health (?:reasons?|problems?|issues?|grounds|condition|trouble|leave)|(?:bad|ill|mental) health|his health|her health|their health',
    'pregnan\\w*|maternity|paternity|expecting (?:a|her|their|twins)|(?:had|has|having|with) (?:a|her|his|their) (?:new )?(?:baby|newborn)|gave birth|(?:became|become|becoming) (?:a |an )?(?:mother|father|parents?)|miscarr\\w*',
    'surger\\w*|surgical|operated on|(?:had|has|having|after|for|needs) (?:an? |her |his |their )(?:\\w+ )?operation\\b(?! of)|under the knife|in intensive care',
    'hospital\\w*|clinic\\b|doctor(?:s|\\W?s)? (?:orders?|note|appointment|letter)|(?:saw|seeing|sees|at) (?:a|the|her|his|their) doctors?\\b|on medication',
    'burn-?out|burned out|burnt out|depress(?:ion|ed|ive)|breakdown\\b(?! of)|anxiety|panic attacks?|therap(?:y|ist|ies)|psych\\w+|rehab\\w*|addict\\w*|alcohol\\w*',
    'cancer|tumou?r|chemo\\w*|stroke|heart (?:attack|trouble|condition)|covid|the flu|pneumonia|infection\\b(?! of| with malware)|broken (?:leg|arm|hip|back|ankle|wrist)|broke (?:his|her|their|a|an) (?:leg|arm|hip|back|ankle|wrist)',
    'disab(?:ility|led person)|(?:is|was|still) recovering (?:from|at home)|convalesc\\w*|terminally|passed away|bereave\\w*|funeral',
  ],
  leaving: [
    'misconduct|redundan(?:t|cy|cies)|laid off|lay-?offs?|disciplinary|dismissal|severance|resign(?:ed|ation|ing)|gardening leave',
    '(?:was|were|been|being|got|gets|had to be|is|is being) (?:fired|dismissed|sacked|let go|kicked out|thrown out|shown the door|pushed out|forced out|made to leave)',
    '(?:fired|dismissed|sacked|terminated|let go|suspended|removed) (?:for|over|because of|due to|after) (?:his|her|their|a|an|poor|the|gross|mis|stealing|theft|fraud|lying|being|having)',
    'lost (?:his|her|their|the) job|g[oe]t(?:ting)? the (?:boot|sack|push)|(?:shown|showed (?:him|her|them)) the door|asked to (?:leave|resign|go)|given (?:his|her|their) notice|got rid of',
    '(?:caught|accused of|guilty of|because of|for|suspected of) (?:stealing|theft|fraud|embezzl\\w+|harass\\w+|bullying|lying|cheating|drinking|leaking)|harassment|(?:he|she|they) stole|there was (?:a )?theft|(?:is|was|are) in court|accusations?|allegations?|embezzl\\w+',
    'underperform\\w*|(?:poor|bad|weak|low|his|her|their) (?:work )?performance (?:at work|review|rating|record|of (?:his|her|their))|for (?:poor|bad) performance|performance (?:plan|warning)',
    "contract (?:was|is|has)(?: not|n[’']t) (?:been )?(?:renewed|extended) (?:because|due|for|after|over)|(?:written|final|formal) warning|grievance|labou?r court|tribunal|settlement agreement|(?:did not|didn.t) (?:pass|survive) (?:the )?probation|quit (?:after|because|over)|walked out|(?:row|argument|quarrel|fight) with (?:his|her|their|the) (?:boss|manager|colleagues?)",
  ],
  pay: [
    'salar(?:y|ies)|pay ?(?:slip|check|cheque|rise|raise|cut|grade|band|scale)s?|wages?|remuneration|incomes?|earns|earnings|take-home|bonus(?:es)?',
    '(?:is|are|was|gets?|being) paid (?:\\p{Sc}|\\d|more|less|only|as much|a year|per)|makes? (?:about |around |over )?\\p{Sc}? ?\\d[\\d.,]* ?(?:k|thousand|a year|per)',
    '\\d[\\d.,]*k? ?(?:\\p{Sc}|euros?|dollars|pounds|EUR|USD|GBP|CHF)? ?(?:a|per|each) (?:year|month|annum)|wage garnish\\w*|(?:in|has) debts?',
  ],
  home: [
    '(?:home|private|personal) (?:phone |telephone |mobile |cell ?|mail |e-?mail |postal )?(?:numbers?|address(?:es)?|mobile|cell|phone|landline)(?: \\w+){0,3}? ?(?:is|are|:|=|at|\\+|\\()',
    '(?:he|she|they|who|[ECI]\\d{6}) (?:now )?lives? (?:at|in|on|near|with)\\b|(?:living|residing|resides?) (?:at|in|on) (?:\\d|the|her|his|their|\\p{Lu})',
    '(?:at|to) (?:her|his|their) home (?:in|at|on|address)|(?:reach|call|ring|phone) (?:her|him|them) at home|\\d+[a-z]? \\p{Lu}\\p{L}+ (?:street|road|avenue|lane|drive|close|way|square)',
    'divorc\\w*|custody|(?:her|his|their) (?:ex-)?(?:husband|wife|spouse|children|kids)|marital|religio\\w*|trade union|union member|sexual\\w*',
  ],
  investigation: [
    'legal hold|litigation|(?:under|an?|the|internal) investigation|is being investigated|lawsuit|subpoena',
  ],
};

/** What is called so is a thing of the house: a salary report, the clinic portal. */
const NAMED =
  '(?! (?:groups?|roles?|applications?|app|systems?|portal|reports?|folders?|data|files?|modules?|plan)(?!\\p{L}))';

const FAMILIES = Object.values(TOPICS).map(
  family => new RegExp(`(?<![\\p{L}\\p{N}])(?:${family.join('|')})(?![\\p{L}])${NAMED}`, 'giu'),
);

/** A code of the company is a name, whatever its parts mean: `HR_ABSENCE_DISPLAY`, `GG-MED-Files-R`. */
const CODE = /(?<![\p{L}\p{N}])\p{Lu}{1,}[\p{Lu}\p{N}]*[-_][\p{L}\p{N}_-]+/gu;

/** Words in texts that speak of what is nobody's business: of health, leaving, pay, home and family, of inquiries. */
export function privateIn(texts: readonly string[]): string[] {
  const plain = texts.map(text => text.normalize('NFKC').replace(CODE, ' '));
  return [...new Set(plain.flatMap(text => FAMILIES.flatMap(family => text.match(family) ?? [])))].map(word =>
    word.toLowerCase(),
  );
}

/** Words that any sentence may have. */
const COMMON =
  /^(?:with|from|that|this|their|they|were|been|have|which|when|about|after|into|over|because|since|left|person|work|company)$/;

/**
 * Whether texts tell what a note says, in other words about it: most of the words that carry its meaning, in whatever form
 * and order. A note of one such word is told by it.
 */
export function isTold(texts: readonly string[], note: string): boolean {
  const carriers = [...new Set(stemsOf(note))];
  const said = new Set(texts.flatMap(stemsOf));
  const told = carriers.filter(stem => said.has(stem));
  return carriers.length > 0 && told.length >= Math.ceil(carriers.length * MOST);
}

const MOST = 0.6;

function stemsOf(text: string): string[] {
  const found: readonly string[] = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return found
    .filter(word => !COMMON.test(word))
    .map(word => word.replace(/(?:ations?|ings?|ed|es|s|ly|ment|al)$/u, '').slice(0, STEM));
}

/** So many letters of a word tell which it is. */
const STEM = 6;
