import { isHeadWord, nameRuns, type NameKind } from './names';
import { isVerbal } from './phrases';
import { render, type Token } from './tagger';

export type TargetKind = NameKind | 'year' | 'date' | 'century' | 'percent' | 'money' | 'count' | 'term';

/** Something in a sentence that is worth asking for: tokens `start..end`, whole. */
export interface Target {
  readonly kind: TargetKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What the whole evidence knows about words, as far as the search for targets needs it. */
export interface WordKnowledge {
  isName(token: Token, index: number): boolean;
  /** Whether a word is written with a capital wherever it stands (`French`). */
  keepsCapital(token: Token): boolean;
  kindOf(words: readonly string[]): NameKind;
  /** Whether a noun phrase is a term of this material: met more than once, or of a telling form; `described` where it has an adjective. */
  isTerm(lemmas: readonly string[], described: boolean): boolean;
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const YEAR = /^(?:1[0-9]|20)\d\d$/;
const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/;
const FIGURE = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;
const SCALE = /^(?:hundred|thousand|million|billion|trillion)$/;

export function targetsOf(tokens: readonly Token[], knowledge: WordKnowledge): Target[] {
  const found = [...numbersIn(tokens), ...namesIn(tokens, knowledge)];
  const taken = new Set(found.flatMap(({ start, end }) => range(start, end)));
  return [...found, ...termsIn(tokens, taken, knowledge)].filter((target) => isWhole(tokens, target));
}

/** `Gemini` in `the Gemini missions`: no answer, but a wrong one for other names. */
export function attributiveNames(tokens: readonly Token[], knowledge: WordKnowledge): Target[] {
  return namesIn(tokens, knowledge).filter((target) => {
    const after = tokens[target.end];
    const attributes = after?.pos === 'NOUN' && after.space && /^\p{Ll}/u.test(after.text);
    return attributes && isWhole(tokens.slice(0, target.end), target);
  });
}

function numbersIn(tokens: readonly Token[]): Target[] {
  const targets: Target[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const match = numberAt(tokens, i);
    if (!match) continue;
    targets.push({ ...match, start: i, text: render(tokens.slice(i, match.end)) });
    i = match.end - 1;
  }
  return targets;
}

function numberAt(tokens: readonly Token[], i: number): { kind: TargetKind; end: number } | undefined {
  const [token, next, third, fourth] = [tokens[i] as Token, tokens[i + 1], tokens[i + 2], tokens[i + 3]];
  const day = (word: Token | undefined) => /^(?:[12]?\d|3[01])$/.test(word?.text ?? '');
  const year = (word: Token | undefined) => YEAR.test(word?.text ?? '');
  if (MONTH.test(token.text)) {
    if (day(next) && third?.text === ',' && year(fourth)) return { kind: 'date', end: i + 4 };
    if (year(next)) return { kind: 'date', end: i + 2 };
    if (day(next)) return undefined;
  }
  if (day(token) && MONTH.test(next?.text ?? '')) return year(third) ? { kind: 'date', end: i + 3 } : undefined;
  if (/^\d{1,2}(?:st|nd|rd|th)$/.test(token.text) && /^centur(?:y|ies)$/.test(next?.lower ?? '')) return { kind: 'century', end: i + 1 };
  if (
    YEAR.test(token.text) &&
    /^(?:in|by|since|from|until|after|before|of|around|during|about|between|to)$/.test(tokens[i - 1]?.lower ?? '')
  )
    return { kind: 'year', end: i + 1 };
  if (/^(?:\$|£|€|US\$)$/.test(token.text) && FIGURE.test(next?.text ?? ''))
    return { kind: 'money', end: SCALE.test(third?.lower ?? '') ? i + 3 : i + 2 };
  if (MONTH.test(tokens[i - 1]?.text ?? '') || MONTH.test(next?.text ?? '')) return undefined;
  if (FIGURE.test(token.text) || NUMBER_WORD.test(token.lower)) {
    if (/^(?:%|percent|per)$/.test(next?.lower ?? '')) {
      if (next?.lower === 'per') return third?.lower === 'cent' ? { kind: 'percent', end: i + 1 } : undefined;
      return { kind: 'percent', end: next?.text === '%' ? i + 2 : i + 1 };
    }
    const end = SCALE.test(next?.lower ?? '') ? i + 2 : i + 1;
    const counted = tokens[end];
    // "the 11.4 series"; "two things happen"
    if (/^(?:series|versions?|releases?|editions?|things)$/.test(counted?.lower ?? '')) return undefined;
    const plural = counted && /s$|^(?:people|men|women|children)$/.test(counted.lower);
    // what is counted must follow: a bare figure is rarely worth knowing
    const compound = counted?.pos === 'NOUN' && tokens[end + 1]?.pos === 'NOUN' && /s$/.test(tokens[end + 1]!.lower);
    if ((counted?.pos === 'NOUN' && plural) || compound || (counted?.pos === 'ADJ' && tokens[end + 1]?.pos === 'NOUN'))
      return YEAR.test(token.text) ? undefined : { kind: 'count', end };
  }
  return undefined;
}

function namesIn(tokens: readonly Token[], knowledge: WordKnowledge): Target[] {
  // "eds. Exploring basic income": after such a mark a capital tells no more than at the beginning
  const place = (index: number) => (/^[.:;!?“"(•–—-]$/.test(tokens[index - 1]?.text ?? '') ? 0 : index);
  return nameRuns(
    tokens,
    (token, index) => knowledge.isName(token, place(index)) && !MONTH.test(token.text) && !WEEKDAY.test(token.text),
  ).map(({ start, end }) => {
    const words = tokens.slice(start, end).map((token) => token.text);
    return { kind: knowledge.kindOf(words), start, end, text: render(tokens.slice(start, end)) };
  });
}

const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;

/** Noun phrases without their article. */
function termsIn(tokens: readonly Token[], taken: ReadonlySet<number>, knowledge: WordKnowledge): Target[] {
  const targets: Target[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const start = i;
    while (i < tokens.length && !taken.has(i) && isTermWord(tokens[i] as Token)) i++;
    let from = start;
    while (from < i && (tokens[from] as Token).pos === 'ADJ' && i - from > 3) from++;
    if (i - from < 1 || i - from > 3 || (tokens[i - 1] as Token).pos !== 'NOUN' || from !== start) continue;
    const phrase = tokens.slice(from, i);
    if (
      !knowledge.isTerm(
        phrase.map((token) => token.lemma),
        phrase.some((token) => token.pos === 'ADJ'),
      )
    )
      continue;
    targets.push({ kind: 'term', start: from, end: i, text: from === 0 ? lowered(phrase, knowledge) : render(phrase) });
  }
  return targets;
}

/** As it stands inside a sentence. */
function lowered([first, ...rest]: readonly Token[], knowledge: WordKnowledge): string {
  if (!first) return '';
  return render([knowledge.keepsCapital(first) || /\p{Lu}.*\p{Lu}/u.test(first.text) ? first : { ...first, text: first.lower }, ...rest]);
}

const isTermWord = ({ pos, text }: Token) => (pos === 'NOUN' || pos === 'ADJ') && /^[\p{Ll}\p{Lu}][\p{L}\p{M}-]+$/u.test(text);

/** A target is never a part of a name or compound, nor a possessor, nor quoted in part. */
function isWhole(tokens: readonly Token[], { kind, start, end, text }: Target): boolean {
  const [before, after] = [tokens[start - 1], tokens[end]];
  const counted = kind === 'count' || kind === 'percent' || kind === 'money' || kind === 'century' || kind === 'year' || kind === 'date';
  if (/^(?:['’]s?|-|–|—|--+|\/|&|°|%|"|“)$/.test(after?.text ?? '') || /^(?:[-–—/&+=]|--+|"|“|\$|£|€)$/.test(before?.text ?? ''))
    return false;
  // "model.table.Factory": what stands before without a space too
  if (tokens[start]?.space === false && before && !/^[(["“‘—–]$/.test(before.text)) return false;
  // "domain.po": what follows without a space belongs to it
  const glued = (token: Token | undefined) => token !== undefined && !token.space;
  if (glued(after) && /^\.?[\p{L}\p{N}]/u.test(after?.text ?? '')) return false;
  if (after?.text === '.' && glued(after) && glued(tokens[end + 1]) && /^[\p{L}\p{N}]/u.test(tokens[end + 1]?.text ?? '')) return false;
  // "7 to 10 percent", "between 1562 and 1598": half of a range says nothing by itself
  if (counted && (isRangeEnd(tokens[start - 1], tokens[start - 2]) || isRangeEnd(after, tokens[end + 1]))) return false;
  if (kind === 'century' && /^(?:AD|BC|BCE|CE)$/.test(tokens[end + 1]?.text ?? '')) return false;
  // "the late 17th and early 18th centuries"
  if (kind === 'century' && tokens.slice(Math.max(0, start - 3), start).some(({ lower }) => /^(?:and|or|to)$/.test(lower))) return false;
  // "by encoding their lists": a verb, whatever the tagger takes it for
  if (kind === 'term' && /ing$/.test(tokens[end - 1]?.lower ?? '') && /^(?:DET|PRON|NUM)$/.test(after?.pos ?? '')) return false;
  if (kind === 'term' && /ing$/.test(tokens[end - 1]?.lower ?? '') && before?.pos === 'ADP' && after?.pos === 'ADV') return false;
  // "a dimmer switch that": no base form follows one thing, so a noun does
  if (kind === 'term' && after?.pos === 'VERB' && after.lower === after.lemma && /^(?:an?|each|every|this)$/.test(before?.lower ?? '') && !SAME_IN_THE_PAST.test(after.lower)) return false; // prettier-ignore
  // "they become dimmer": a comparative
  if (kind === 'term' && start === end - 1 && /er$/.test(text) && /^(?:become|seem|appear|look|grow|get|remain|stay|feel)$/.test(before?.lemma ?? '')) return false; // prettier-ignore
  // "the cheapest cars of all": of them the superlative is said
  if (kind === 'term' && after?.lower === 'of' && tokens[end + 1]?.lower === 'all') return false;
  // "T16 calls T45": the label of an example
  if (kind === 'name' && /^\p{Lu}\d+$/u.test(text) && tokens.some((token) => token.text !== text && token.text.startsWith(text.charAt(0)) && /^\p{Lu}\d+$/u.test(token.text))) return false; // prettier-ignore
  // "if you pay $400 an hour": a figure of an example
  if (counted && tokens.some(({ lower }) => /^(?:you|your)$/.test(lower))) return false;
  // "the last four regions": which, stands elsewhere
  if (kind === 'count' && /^(?:first|last|next|other|these|those|same)$/.test(before?.lower ?? '')) return false;
  // "tons per hectare"
  if (before?.lower === 'per') return false;
  // "A July 23, 2006 article"
  if (kind === 'date' && /^an?$/.test(before?.lower ?? '')) return false;
  // ", and the command exits with a status", ", getopts exits with a value": a clause, whose verb the tagger takes for a noun
  if (kind === 'term' && end - start > 1 && isVerblessClause(tokens, start, end)) return false;
  // "with service connected disability": a quality without its hyphen
  if (kind === 'term' && before?.pos === 'ADP' && after?.pos === 'VERB' && /ed$/.test(after.lower) && tokens[end + 1]?.pos === 'NOUN') return false; // prettier-ignore
  // "which files details of bugs": the verb is what the tagger takes for a noun
  if (kind === 'term' && /^(?:which|who)$/.test(before?.lower ?? '') && after?.pos === 'ADP') return false;
  // "object oriented", "a sequentially consistent operation"
  if (kind === 'term' && /^(?:oriented|based|driven|related|specific|free|like|aware|dependent|style|wide)$/.test(after?.lower ?? ''))
    return false;
  if (kind === 'term' && before?.pos === 'ADV' && tokens[start]?.pos === 'ADJ') return false;
  // "Seventeenth-century French colonies": a noun hardly ever stands before an adjective
  if (kind === 'term' && after?.pos === 'ADJ') return false;
  // "every simple algebra is semisimple": a quality, whatever the tagger takes it for
  if (kind === 'term' && start === end - 1 && before?.pos === 'AUX' && !/s$/.test(text)) return false;
  // "To measure the difficulty": a noun and an article hardly ever meet
  if (kind === 'term' && start === end - 1 && after?.pos === 'DET') return false;
  if (kind === 'term' && tokens.slice(0, start).filter((token) => /^["“”]$/.test(token.text)).length % 2 === 1) return false;
  if (kind === 'term' && /^to$/.test(after?.lower ?? '')) return false;
  if (kind === 'term' && start === end - 1 && after?.lower === 'of') return false;
  // "present-day Charleston"
  if (kind === 'term' && after?.space && /^\p{Lu}\p{Ll}/u.test(after.text)) return false;
  // "St. Bartholomew's Day Massacre"
  if ((kind === 'name' || kind === 'event') && /^['’]s?$/.test(before?.text ?? '') && tokens[start - 2]?.pos === 'PROPN') return false;
  // "Robert the Bruce"
  if (kind !== 'term' && before?.lower === 'the' && tokens[start - 2]?.pos === 'PROPN') return false;
  // "Mr. and Mrs. Bumble"
  if (before?.lower === 'and' && /^(?:mr|mrs|ms|dr)\.?$/.test(tokens[start - 2]?.lower ?? '')) return false;
  // "Non-revolutionary civil disobedience": a capital that only begins the sentence
  if (kind === 'name' && start === 0 && end === 1 && after?.pos === 'ADJ') return false;
  // "Phrased as a language": a verb that opened a line
  if (kind === 'name' && start === end - 1 && /\p{Ll}(?:ed|ing|ly)$/u.test(text)) return false;
  if (!counted && text.replace(/[^\p{L}\p{N}]/gu, '').length < 3) return false;
  // "0.62 ± 0.37"
  if (counted && (before?.text === '±' || after?.text === '±')) return false;
  // "O 2 molecules": an index of a formula; "at Fagin's": of what is not said
  if ((kind === 'count' && /^\p{Lu}\p{Ll}?$/u.test(before?.text ?? '')) || /['’]s$/u.test(text)) return false;
  if (counted) return !(kind === 'year' && after?.pos === 'NOUN');
  if (after && (after.pos === 'NOUN' || after.pos === 'PROPN' || after.pos === 'NUM') && after.space) return false;
  // "Edward Said", "Lake Constance": a capital beside it is mostly of the same name, whatever the tagger takes it for
  const capital = (token: Token | undefined) => token?.space === true && /^\p{Lu}/u.test(token.text) && token.text !== 'I';
  const follows = start > 1 && tokens[start]?.space && /^\p{Lu}/u.test(before?.text ?? '');
  const opens = start === 1 && /^(?:NOUN|PROPN|ADJ|VERB)$/.test(before?.pos ?? '');
  if (kind !== 'term' && (capital(after) || follows || opens)) return false;
  if (kind !== 'term' && start === end - 1 && isGeneric((tokens[start] as Token).lower)) return false;
  // "the engineer Quentin Vole": a name after what it is the name of is whole
  const apposed = kind === 'person' && before?.pos === 'NOUN' && /^\p{Ll}/u.test(before.text);
  if (before && ['ADJ', 'NOUN', 'PROPN', 'NUM'].includes(before.pos) && tokens[start]?.space && !apposed) return false;
  if (kind !== 'term' && after?.lower === 'of' && /^\p{Lu}/u.test(tokens[end + 1]?.text ?? '')) return false;
  return true;
}

const SAME_IN_THE_PAST = /^(?:put|set|cut|let|hit|cost|spread|shut|read|beat|burst|cast|hurt|quit|split|bid)$/;

/** From a comma, `and` and an article up to the next mark. */
function isVerblessClause(tokens: readonly Token[], start: number, end: number): boolean {
  const subject = tokens[start - 1]?.pos === 'DET' ? start - 1 : start;
  const opens = tokens[subject - 1]?.pos === 'CCONJ' ? subject - 2 : subject - 1;
  if (tokens[opens]?.text !== ',' || !/[^s]s$/.test(tokens[end - 1]!.lower) || tokens[end]?.pos !== 'ADP') return false;
  const rest = tokens.slice(end);
  const mark = rest.findIndex(({ pos }) => pos === 'PUNCT' || pos === 'CCONJ');
  return !rest.slice(0, mark < 0 ? rest.length : mark).some(isVerbal) && isSubordinate(tokens.slice(0, opens));
}

/** What stands before it is no list: `When the end is reached`. */
const isSubordinate = (before: readonly Token[]) => before.some(isVerbal) && !before.some(({ text }) => text === ':');

/** `the Museum`, `the West`: a capital does not make it a name that is worth knowing. */
const isGeneric = (word: string) =>
  isHeadWord(word) || /^(?:(?:north|south)?(?:east|west)|north|south|internet|earth|sun|moon|god)(?:ern)?$/.test(word);

const isRangeEnd = (link: Token | undefined, other: Token | undefined) =>
  /^(?:to|and|or|-|–)$/.test(link?.lower ?? '') && (other?.pos === 'NUM' || other?.text === '%' || /^\d/.test(other?.text ?? ''));

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
