/** Words of plain English as records, articles and screens have them, one of each family: what a desk writes is made of these. */
const WORDS = `
  able about above absence absent absolute accents access accessibility accordance according account
  act activated active actually added address admin administrator after afternoon afterwards again
  against ago agree ahead aim alike all allow almost alone already also although always ambiguous
  among and anew anna another answer answered any anybody anything anywhere apart application
  approved apps april are armed around article aside asked assert assigned attached attack audit
  august authentication authenticator author authority awaiting away back backup backwards bad badge
  bar base batch bear became because becomes been before began begins begun behind being belongs
  below ben beneficiary beside best between beyond birthright block body bogus book boss both box
  brackets branch breach breaks briefing bring brings broken brought browsers business but button
  byte calendar caller came campaign can cannot capitals caption card careless carried carry
  carrying case category cause cell chance changed characters chart chase chat check checklist
  cheers chief choice chose chosen claim clarify clash class clause clean clear click client clock
  close cloud code colleague collection colour columns combination comes comma command committed
  common commonest company comparable compared comparison compiled complains complete composite
  concerns condition confirm conflict consent console const contact contains content contingent
  contract control conversation copied copy core correction costs could counterpart counts crash
  created credential critical culture customer cut damaged data dates day deactivated deadline dear
  december decided decision declares declined deed default definition delegation deleted demanded
  denial department departure dependency depends deputy describe description design desk device
  dialog did differ difference different direct directory dirt disabled disconnected disk display
  divisions document does doing done door double doubt doubtful down draft drawn draws drive drop
  due duties each earlier earliest effect effective either element else elsewhere email embedded
  emergency employee empty end engineering enough enter entered entitled entitlement entity entry
  episode equal error escalate even event every everybody everyday everything everywhere evidence
  exactly example exchange exist exit expect experts expired export extension external fact failed
  failure fake false families family far fault february feed feel few field figures file filter
  finds fine finished first fishy fits five fixed floor focus focused folder follows font for
  forbidden forbids force forgotten form format forwarded found four frame fraud free freeze fresh
  friday from front frozen fulfil full function further gains gate gave gets given gives glance
  global goal goals goes going gone good got granted green ground group grows guess guest habits had
  half hall hand handle hangs happened harm harmless has have head healed health hear heard hearsay
  heart held hello help here hey high him hint his history holds home honest hour house how however
  hundred identified identity idle ignored implement implemented import inactive incident included
  incomplete index inform initial injected input ins inside instant instead instruction interruption
  into invalid investigate investigation invited issued item its itself january job joiner judge
  july june just keep kept key keyboard killed kind kits knew knowledge known knows label lacks laid
  laptop large last later latest layout lays leads learning learnt lease least leave led left legal
  length less lets licence license lie lies life lifetime like limited line link list little live
  loaded location lock lockout login logo logons long longest look loop lose lost lower luck lunch
  machine made mail mailbox majority makes malicious management manager manually many march marks
  masked master mastered match matter may maybe means meant meanwhile measure meeting member
  membership memory menu message met methods middle might milliseconds mind mine minutes missing
  mistake mobile model moment monday month more morning most moves much must name navigation near
  nearest needs neither network never new newest next nice night nobody nodes none noon nope nor not
  nothing notice notified notify november now nowhere nudge number numbered object observation
  occasion october odd off offered office often okay old oldest omits once one ones only open
  operations operator option order ordered ordinary org organisation origin other otherwise our out
  outcome outside over own package packed page paid pair parameters parses part partials partner
  pass password past path pattern pay pending people percent perhaps permit person personnel
  phishing phone photo picked picture piece pixel place plain planned platform please pls point
  policy portal position possible post prepared present presses primary prints private privileged
  problem procedure process products profile program progress prohibited promise properly provided
  proxy published pure purpose put quarter question queue quick quotation radio ran range rate
  reached read really reason recipe recommend record recovery red refer reference referred refused
  regards registers registration regulation rejected relied remembered remembers remote removed
  renewed repeated replaces reply reporting request required reserved reset resolves respond
  response rests result retained return review revocation revoked reward right ringing risk role
  room root round routes rows rule run said salary sales same saturday saved saw says scenario scope
  screen scripts scroll search seats second secret security see seeds seen sees segments segregation
  selected self sends sensible sent sentence separated september server service sessions set settled
  several shards share she sheet shell shift short should shown shows shut side sight sign signature
  simulated simulation since single site six size skill skins skipped slip slow small smallest
  solved some somebody someone something soon sorry source space span speak special spelled split
  spoke sponsor spread staff staged standard stands starts state status stay stays step still stood
  stop stored stranger strikes struck stuck style subject submission submit succeed success
  successfully such suffice suite summary sunday support sure surface suspected suspended suspension
  suspicious switched system tab table taken takes talk target task team telephone tell template
  temporary ten terminated termination test text than thank that the their them themselves then
  there therefore these thing things thinks third this those though thought thousands thread three
  thrice through thrown throws thursday thx tick ticket time title today together token told
  tomorrow tone too took tool top touched trace trail transfer trap tree trick tried tries trouble
  true truth try tuesday turn twelve twice two typed unclear under undone unexecuted unfortunately
  unit unknown unless unlock unpacked unpublished until untouched untrue unverified update upload
  upon urgent use used user users uses usual utc valid validity value verdict verification verified
  verify verifying version very video viewer visible voice vote waiting wants warning was way
  wednesday week weights well went were what whatever wheel when where wherever whether which while
  white who whoever whole whom whose why will window wish with withdrawn within without witness
  words work workerid workspace world worth would write written wrong wrote year yes yesterday yet
  you your yourself zero
`;

/** The endings that a word takes on. */
const ENDING = /(?:ations?|ings?|ions?|ments?|edly|ed|ers?|ors?|ly|als?|ies|es|s|e|y)$/;

function stemOf(word: string): string {
  const plain = word.replace(/['’]s$/, '');
  const stem = plain.replace(ENDING, '');
  return (stem.length >= 3 ? stem : plain).replace(/([^aeiou])\1$/, '$1');
}

const STEMS = new Set(WORDS.trim().split(/\s+/).map(stemOf));

/** Whether a word is English: one of a known family, or formed as English alone forms words. */
export function isEnglish(word: string): boolean {
  return STEMS.has(stemOf(word)) || /(?:[^aeiou]ed|ing|ly|ness|ship|n['’]t|ful|ould|ought)$/.test(word);
}
