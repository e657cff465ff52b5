/** A word, a name or a number of a sentence, as a possible answer. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly kind: 'year' | 'count' | 'name' | 'term';
  /** The article, preposition or postposition that it goes with: what has another does not fit into its place. */
  readonly frame: string;
}

/** How often each word of the evidence is met, and what it was as a possible answer. */
export interface WordCounts {
  readonly sentences: number;
  readonly times: ReadonlyMap<string, number>;
  readonly answers: readonly Word[];
  /** Met after an article: `die Frage`, and so `in Frage` is no place. */
  readonly articled: ReadonlySet<string>;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Articles, and prepositions with them: what follows is a noun, of that gender and number. */
const ARTICLES = new Set(
  'der die das den dem des ein eine einen einem einer eines im am zum zur vom beim el la los las un una del al le les une des du aux au il lo gli uno della dello dei degli delle nel nella nei sul sulla dal dalla alla o os as um uma do da dos das no na nos nas ao het een'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set(
  'in nach von aus bei mit für durch über unter an auf vor seit gegen en a de con por para sin sobre hasta desde entre à dans par pour sur avec sans vers di per su tra fra em com sem op met voor van door naar uit в из на с от для'.split(
    ' ',
  ),
);
/** Of Hindi: what stands before is a noun. */
const POSTPOSITIONS = new Set('में का के की को से ने पर तक'.split(' '));

/** Capitalised words that stand together, as a name or a German noun. */
const CAPITALISED =
  /\p{Lu}[\p{L}\p{M}\p{N}'’.-]*(?: (?:(?:de|la|las|los|del|von|van|der|den|du|des|di|della|da|do|dos|das|of|the|и) ){0,2}\p{Lu}[\p{L}\p{M}\p{N}'’.-]*)*/gu;

/** Everything in a sentence that may be an answer, in whole words (UAX 29) and whole names. */
export function answerWords(sentence: string): Word[] {
  // `Die Stadt Warschau`: the article is no part of the name
  const text = sentence.replace(/^[\p{L}\p{M}]+/u, (word) => (isFrame(word.toLowerCase()) ? word.toLowerCase() : word));
  const names = Array.from(text.matchAll(CAPITALISED), (match) => ({ text: match[0].replace(/\.$/u, ''), start: match.index }));
  const within = (index: number) => names.some(({ text: name, start }) => index >= start && index < start + name.length);
  const words: Word[] = names.flatMap((name) => (isWholeName(text, name) ? [{ ...name, kind: 'name', frame: frameOf(text, name) }] : []));
  for (const { segment: whole, index: from, isWordLike } of segmenter.segment(text)) {
    const elided = ELIDED.exec(whole)?.[0].length ?? 0;
    const [segment, index] = [whole.slice(elided), from + elided];
    if (!isWordLike || within(index) || isJoined(text, index, index + segment.length)) continue;
    const place = { text: segment, start: index };
    if (/^\p{Nd}+$/u.test(segment))
      words.push({ ...place, kind: /^(?:1\d|20)\d\d$/.test(segment) ? 'year' : 'count', frame: frameOf(text, place) });
    else if (/^[\p{L}\p{M}]+$/u.test(segment)) words.push({ ...place, kind: 'term', frame: frameOf(text, place) });
  }
  return words.toSorted((a, b) => a.start - b.start);
}

/** A capital at the beginning of a sentence tells nothing. */
function isWholeName(text: string, { text: name, start }: Pick<Word, 'text' | 'start'>): boolean {
  return (
    start > 0 &&
    !/[.:!?“"„«(]\s?$/u.test(text.slice(0, start)) &&
    /^[\p{L}\p{M}’' ]+$/u.test(name) &&
    name.split(' ').length < 5 &&
    !isJoined(text, start, start + name.length)
  );
}

/** Inside a compound or a figure. */
function isJoined(text: string, start: number, end: number): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  if (/['’]/u.test(before)) return !isElided(text.slice(0, start));
  return /[-–/.,_%]/u.test(before) || /[-–/'’_%]/u.test(after) || (/[.,]/u.test(after) && /[\p{L}\p{N}]/u.test(text.charAt(end + 1)));
}

/** `l'énergie`, `dell'anno`: one word to Unicode. */
const ELIDED = /^(?:l|d|dell|nell|all|un)['’]/iu;
const isElided = (before: string) => /(?<![\p{L}\p{M}])(?:l|d|dell|nell|all|un)['’]$/iu.test(before);

const isFrame = (word: string) => ARTICLES.has(word) || PREPOSITIONS.has(word);

function frameOf(text: string, { text: word, start }: Pick<Word, 'text' | 'start'>): string {
  const before = text.slice(0, start).toLowerCase();
  if (isElided(before)) return /\p{L}+['’]$/u.exec(before)?.[0] ?? '';
  const last = /([\p{L}\p{M}]+)\s$/u.exec(before)?.[1] ?? '';
  if (isFrame(last)) return last;
  const next = /^\s([\p{L}\p{M}]+)/u.exec(text.slice(start + word.length))?.[1] ?? '';
  return POSTPOSITIONS.has(next) ? next : '';
}

export function countWords(all: readonly string[]): WordCounts {
  // a sentence that is printed again and again says its words once
  const texts = [...new Set(all)];
  const times = new Map<string, number>();
  const answers = new Map<string, Word>();
  const articled = new Set<string>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const word of answerWords(text)) {
      const key = word.text.toLowerCase();
      if (!seen.has(key)) times.set(key, (times.get(key) ?? 0) + 1);
      seen.add(key);
      if (ARTICLES.has(word.frame)) articled.add(key);
      const known = answers.get(key);
      if (!known || (known.frame === '' && word.frame !== '')) answers.set(key, word);
    }
  }
  const counts = { sentences: texts.length, times, answers: [], articled };
  return { ...counts, answers: [...answers.values()].filter((word) => isWorthAsking(word, counts)) };
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Whose nouns show by an article, or by what follows. */
const FRAMED = /[\p{Script=Latin}\p{Script=Devanagari}\p{Script=Cyrillic}]/u;

/** What follows in small letters is no noun. */
const GERMAN_ARTICLES = /^(?:der|die|das|den|dem|ein|eine[nmrs]?|im|am|zum|zur|vom|beim)$/;

/** No function word (met in too many sentences, or short), and of small words only what its frame tells to be a noun. */
export function isWorthAsking(word: Word, { sentences, times, articled }: WordCounts): boolean {
  if (word.kind === 'year') return true;
  if (word.kind === 'count') return word.text.length > 1 && word.text.length < 4;
  if (word.kind === 'term' && FRAMED.test(word.text) && (word.frame === '' || GERMAN_ARTICLES.test(word.frame))) return false;
  // the article of Arabic is written with its noun
  if (word.kind === 'term' && /\p{Script=Arabic}/u.test(word.text) && !word.text.startsWith('ال')) return false;
  if (word.kind === 'name' && !ARTICLES.has(word.frame) && articled.has(word.text.toLowerCase())) return false;
  const met = times.get(word.text.toLowerCase()) ?? 0;
  const least = sentences < 20 || word.kind === 'name' ? 1 : 2;
  const long = [...word.text].length >= (DENSE.test(word.text) ? 2 : 5);
  return long && met >= least && met <= Math.max(2, 0.12 * sentences);
}
