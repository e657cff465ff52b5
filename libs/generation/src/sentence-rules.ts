/** Why a sentence cannot carry a question; names stand in metrics and in the specs. */
export type SentenceFault =
  'length' | 'incomplete' | 'not_prose' | 'reference' | 'personal' | 'addressed_to_a_model' | 'dangling' | 'relative_time' | 'unbalanced';

const RULES: readonly (readonly [SentenceFault, (text: string) => boolean])[] = [
  ['length', (text) => shownLength(text) < 24 || text.length > 380],
  ['addressed_to_a_model', addressesModel],
  [
    'incomplete',
    (text) =>
      !/[.。।॥][”’"'»)\]」』]*$/u.test(text) || /\.{2,}|…/u.test(text) || /^(?:["“]?\p{Ll}|\p{S}|(?![“"'«「『¿¡])\p{P})/u.test(text),
  ],
  [
    'incomplete',
    (text) =>
      hasLabel(text) ||
      holdsTwoSentences(text) ||
      hasGluedHeading(text) ||
      /^(?:[\p{Lu}\p{N}]{2,}[\s,&-]+){3}/u.test(text) ||
      /^Not\b|\bv\.$|^(?:\d+\s)?\d+(?:\.\d+)+\.?\s|^\p{Lu}\.\s(?:The|There|An?|In|If|It|For|This|To|Some|What)\b|^\p{Lu}\.\s\p{Lu}\p{Ll}+\s(?:on|in|at|to|the|an?|all|any|for|with|your|from)\b|”\s[–—-]\s/u.test(
        text,
      ),
  ],
  ['not_prose', isNotProse],
  ['reference', isReference],
  ['unbalanced', isUnbalanced],
  [
    'personal',
    (text) =>
      /\b(?:[Pp]lease|I|we|us|our|ours|[Yy]ou|[Yy]our|yours|me|my|mine|let['’]s|I['’]m|we['’]re|you['’]re)\b/u.test(
        withoutNumerals(text)
          .replace(/^We\b/, 'we')
          .replace(/^(Our|You|Your|My|Let['’]s)\b/, (word) => word.toLowerCase()),
      ),
  ],
  ['dangling', isDangling],
  ['relative_time', (text) => RELATIVE_TIME.test(text)],
];

/** The first rule that an already cleaned sentence breaks. */
export function sentenceFault(text: string): SentenceFault | undefined {
  return RULES.find(([, broken]) => broken(text))?.[0];
}

/** `class I molecules`, `World War I`, `Francis I of France`: no `I` that speaks. */
const withoutNumerals = (text: string) =>
  text.replace(
    /(?<=\b(?:class|type|phase|stage|part|level|grade|group|category|volume|article|act|book|series|mark|War)\s)I\b|(?<=\b\p{Lu}[\p{L}’']+\s)(?<!^(?:After|Before|In|At|On|From|Since|Until|Near|With|Without|For|To|As|When) \p{Lu}[\p{L}’']+\s)I(?=[,.;:)’']|\s(?:was|is|were|of|and|or|in|on|to|the|as|by|from|at|with|who|which|that)\b)/giu,
    '1',
  );

/** `Example: A car`, `4 void function: A function`: what stands before the colon is a heading or the term of a glossary. */
const hasLabel = (text: string) =>
  /^(?:[^\s:]+\s){0,3}[^\s:]+:\s|^(?:[^\s:,]+\s){0,6}[^\s:,]+:\s\p{Lu}/u.test(text) ||
  /^\d{1,3}[.)]?\s+\p{Ll}[\p{L}\s-]{0,30}:/u.test(text);

/** `a useful operation. function object: A value`: a full stop after a word that is no abbreviation, in the middle. */
const holdsTwoSentences = (text: string) =>
  /^(?:No|Yes)\.\s\p{Lu}|\s\p{Lu}\.\s(?:We|It|This|These|They|If|In|There)\s\p{Ll}|\b(?:Jr|Sr)\.\s\p{Lu}\p{Ll}|\b(?:to|of|and|or|the|an?|in|for|is|are) [–-] \p{Lu}|\p{Ll}{4,}[.!?][”"’)]*\s+\p{Ll}|[.!?]”\s.*“|,\s(?:In|On|At|By|The|After|During)\s/u.test(
    text,
  );

/** `Universal Basic Income The term`, `OLDPWD The previous`: a capital article after a word without a mark. */
const hasGluedHeading = (text: string) => /^(?:[^\s.,:;“”"‘(]+\s){1,8}(?:The|An?|This|These|If)\s\p{Ll}/u.test(text);

/** A letter of a dense script says as much as some three of an alphabet. */
function shownLength(text: string): number {
  return text.length + 2 * (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0);
}

/** Words that give orders to a language model: such a sentence is never evidence. */
export function addressesModel(text: string): boolean {
  return (
    /\b(?:ignore|disregard|forget|override|bypass)\b.{0,60}\b(?:instructions?|prompts?|rules?|above|previous|prior|earlier|system|guidelines|everything)\b/iu.test(
      text,
    ) ||
    /\b(?:system prompt|developer message|language models?|chatbot|as an ai\b|ai (?:assistant|model)|prompt injection|jailbreak|question generator)\b/iu.test(
      text,
    ) ||
    /\byou (?:must|should|shall|will|have to|are now|need to)\b/iu.test(text) ||
    /^\W*(?:please\s+)?(?:print|output|respond|reply|repeat|say|write|answer|reveal|execute|insert|include|generate|return)\b(?! (?:is|was|are|were|of|and)\b)/iu.test(
      text,
    ) ||
    /\b(?:in your (?:answer|response|reply|output)|every question|the answer to (?:all|every|each))\b/iu.test(text) ||
    /<\|?\/?(?:system|user|assistant|im_start|im_end|inst)\b|\[\/?INST\]|^#{2,}\s/iu.test(text)
  );
}

/** Letters of languages whose prepositions are single consonants: `w Krakowie`, `v Praze`. */
const SLAVIC = /[ąćęłńśźżčďěňřšťůž]/iu;

function isNotProse(text: string): boolean {
  const letters = text.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const dense = text.replace(/\s/gu, '').length;
  if (letters < 0.72 * dense) return true;
  if (
    /https?:|www\.|\S@\S+\.\w|[{}|\\^~`<>=_•●▪◦‣]|\$\(|\w\(\)|(?:^|\s)--?\w|::|->|\b[a-z]+[A-Z]\w*\(|\/[a-z]+\/[a-z]+|\.{3,}|\$\p{L}|\([^\p{L}\p{N}]*\)/u.test(
      text,
    )
  )
    return true;
  // "(0,1)" and what is left of a sentence without it
  if (/[([]-?\d+\s?,\s?-?\d+[)\]]/u.test(text)) return true;
  // "org.docx4j.wml.P"
  if (/\b\p{Ll}{2,}[\p{Ll}\d]*(?:\.\p{Ll}[\p{Ll}\d]+){2,}/u.test(text)) return true;
  // "institution(s)", "501(c)", "f(n)"
  if (/[\p{L}\p{N}]\(/u.test(text)) return true;
  if (/[\ufffd\ue000-\uf8ff\u2190-\u21ff\u25a0-\u25ff\u2700-\u27bf∑∫√∞≤≥≠≈∂∈∀∃]/u.test(text)) return true;
  const words = text.split(/\s+/u);
  const cased = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  const shouted = words.filter((word) => /^\p{Lu}{3,}$/u.test(word)).length;
  const single = words.filter(
    (word) => /^[A-Za-z]$/.test(word) && !(SLAVIC.test(text) ? /^[aikosuvwz]$/i : /^[aAIyeou]$/).test(word),
  ).length;
  return cased > 0.75 * words.length || shouted > 0.3 * words.length || single > 2 || (text.match(/\d+/gu)?.length ?? 0) > 8;
}

export function isReference(text: string): boolean {
  return (
    /\b(?:fig(?:ure)?s?|tables?|chapters?|sections?|equations?|eq|appendix|exercises?|listings?|lectures?|slides?|footnotes?|theorem|lemma|page|pp?|vol|no|box|example|step|lines?)\b\.?\s*\(?[\dIVX]+\b/iu.test(
      text,
    ) ||
    /\b(?:as above|as (?:shown|seen|noted|mentioned|described|discussed|explained|indicated|illustrated|stated|defined)|see (?:also|above|below|the)|(?:shown|described|mentioned|discussed|listed|given) (?:above|below|here|earlier|later|in)|(?:the|table|figure) (?:above|below|following)|above-mentioned|in this (?:chapter|section|book|paper|article|document|manual|lecture)|the (?:next|previous|preceding|last) (?:implementation|section|subsection|chapter|example|paragraph|sentence|exercise|program|listing|code)|aforementioned|the reader|the authors?)\b/iu.test(
      text,
    ) ||
    /, see (?:\p{Lu}|also)/u.test(text) ||
    /^(?:On|To|At) the (?:left|right|top|bottom)\b/u.test(text) ||
    // "Stirs the Pot,” New York Times, 16 January 2003"
    /[,.][”"]\s(?:\p{Lu}\S*\s)*\p{Lu}\S*,\s.*\b(?:1[89]|20)\d\d\b/u.test(text) ||
    // a review that speaks of what others wrote
    /\b(?:chapters?|papers?|articles?|reviews?|reports?) (?:by|covers?|deals?|that help)\b|\bin (?:the literature|(?:his|her|their|a) \d{4} (?:paper|review|study|report))\b|\bother chapters\b/iu.test(
      text,
    ) ||
    /(?<!\p{L})(?:abb(?:ildung|\.)|beispiel|kapitel|abschnitt|tabelle|satz|formel|figura|tabla|tableau|cap[ií]tulo|chapitre|ejemplo|exemple|tabella|capitolo|рис\.?|табл\.?|глав[аеы]|चित्र|तालिका) \d/iu.test(
      text,
    ) ||
    /\bet al\b|\bibid\b|\bdoi\b|\bISBN\b|\bop\. cit|\(\d{4}[a-z]?\)|©|\bcopyright \d|all rights reserved|retrieved (?:on|from)|available (?:at|online)\b|\blink #|#\d|\binterview with\b|^\W*see\b|\d[–-]\d+\.$|,\s\d{1,3}\.$|[,.][”"]\s[^.]*,[^.]*\d{4}\.$|\d\s(?:[A-Z]\.\s?)+(?:[A-Z]\w{1,4}\.|\d)|\beds?\.(?=[\s,])|\badapted from\b|^\W*siehe\b|^\W*vgl\b|^\W*véase\b/iu.test(
      text,
    )
  );
}

/** Starts with, or hangs on, a word whose meaning stands in another sentence. */
export function isDangling(text: string): boolean {
  return (
    /^["“']?(?:(?:early|earlier|later|other|further|additional|subsequent|recent|initial|similar|analogous|corresponding|equivalent|related|certain|various|newer|such|different) [a-z]+s|(?:however|moreover|furthermore|nevertheless|nonetheless|additionally|consequently|therefore|thus)(?!,)|alternatively|again|instead|otherwise|likewise|rather|an? (?:similar|related|further|second|third|different|corresponding|equivalent|alternative) \w+|stated another way|an? (?:example|exception|instance|alternative|consequence|result)|he|she|it|they|this|these|those|that|such|his|her|its|their|him|them|there|here|thereupon|(?:remember|consider|suppose|assume|recall|imagine|notice|make sure|be sure|do not|don['’]t)|if (?:set|enabled|given|specified|provided|supplied|omitted|not)|something|nothing|somebody|someone|anything|years (?:before|after|later|earlier)|one|another|others?|both|neither|either|each(?!\s(?!of|is|was|has|had|can|may|one|other)\p{Ll}+\s)|(?:most|many|all|several)(?!\s(?:\p{Ll}+\s){0,2}(?!this|was|has|does|thus|always|perhaps)\p{Ll}{3,}s\s)|some|few|none|half|what|who|which|when asked|so|and|but|or|nor|yet|the (?:first|second|third|last)(?!\s(?:\p{L}+\s){1,4}(?:of|to|in|on|for|by|at|with|that|who|which)\b)|the (?:former|latter|same|other|others|two|three|next|result|following|rest|remaining|above|reason|idea|name|term|word|article|author|book|story|act|latter's))\b/iu.test(
      text,
    ) ||
    // "to settle there", but "there are"
    /(?<!\b(?:is|are|was|were) )\bthere\b(?! (?:is|are|was|were|has|have|had|be|been|being|may|might|can|could|will|would|must|should|exist|remain|seem|appear|came|come|used)s?\b)(?!['’])/iu.test(
      text,
    ) ||
    /\b(?:these|those|this|the (?:former|latter|same|two|three|others?|above|said|aforesaid)|the other|one of them|of which|of whom|respectively|likewise|(?:do|does|did|done|doing) so|as such|thereof|therein|instead|otherwise|the above|vice versa|such an?|similarly|the rest|ensuing|all (?:two|three|four|five|six|seven) (?!of\b)\w+s|as well|here|both (?:to|of them))\b(?! as\b)|\bthis as\b/iu.test(
      text,
    )
  );
}

const RELATIVE_TIME =
  /\b(?:over|during|throughout|by the end of) (?:the course of )?the (?:decade|period|era|season|year|month|week)\b(?! (?:of|before|after|when|in which|that|from|between)\b)|\b(?:at th(?:e|at|is) (?:time|point|moment|stage)|(?:by|since|until|even|just|back|from) then|that (?:same )?(?:year|day|month|time|night|week|period|summer|winter)|later (?:that|in|on)|the (?:following|next|previous|preceding|same) (?:year|day|month|week|season|decade|century|morning|night)|(?:last|next) (?:year|month|week|night)|(?:years?|days?|months?|weeks?|decades?) (?:later|earlier|after that|before that|ago)|yesterday|tomorrow|meanwhile|subsequently|afterwards?|thereafter|recently|nowadays|soon)\b|^(?:then|later|now|today|finally|eventually|earlier|previously|initially|originally|at first|in the end)\b/iu;

function isUnbalanced(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    count(/\(/gu) !== count(/\)/gu) ||
    count(/\[/gu) !== count(/\]/gu) ||
    count(/"/gu) % 2 === 1 ||
    count(/“/gu) !== count(/”/gu) ||
    /\(\s*\)|\s[,.;:]|,,/u.test(text)
  );
}
