import type { Token } from './tagger';

const CONNECTIVES = [
  'however', 'therefore', 'thus', 'hence', 'moreover', 'furthermore', 'consequently', 'additionally', 'nevertheless', 'nonetheless', 'accordingly',
  'indeed', 'in addition', 'in short', 'in sum', 'in brief', 'in conclusion', 'in response', 'in return', 'in fact', 'for example', 'for instance', 'as a result', 'in contrast', 'by contrast', 'on the other hand', 'in particular',
  'in other words', 'of course', 'in turn', 'in general', 'generally', 'first', 'second', 'third', 'fourth', 'firstly', 'secondly', 'thirdly', 'lastly', 'next', 'similarly', 'conversely', 'overall', 'specifically', 'finally', 'also', 'notably', 'importantly', 'interestingly', 'to this end', 'as such', 'that is',
].map((phrase) => phrase.split(' ')); // prettier-ignore

/** What a sentence says by itself: without a leading connective, brackets, a trailing aside and "also". */
export function statementOf(tokens: readonly Token[]): Token[] {
  const said = withoutAlso(withoutConnective(withoutBrackets(tokens)));
  return capitalised(said[0]?.text === ',' ? said.slice(1) : said);
}

function withoutBrackets(tokens: readonly Token[]): Token[] {
  let depth = 0;
  const kept = tokens.filter((token) => {
    if (token.text === '(' || token.text === '[') depth++;
    const outside = depth === 0;
    if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1);
    return outside;
  });
  // "In marine service (steam), turbines" and "service, (steam), turbines" both keep one comma
  return kept.filter((token, i) => !(token.text === ',' && /^[,.;:]$/.test(kept[i + 1]?.text ?? '')));
}

function withoutConnective(tokens: readonly Token[]): Token[] {
  if (tokens[0]?.lower === 'note' && tokens[1]?.lower === 'that') return tokens.slice(2);
  for (const words of CONNECTIVES) {
    const after = tokens[words.length];
    if (after?.text === ',' && words.every((word, i) => tokens[i]?.lower === word)) return tokens.slice(words.length + 1);
    // "X, however, is": the connective between commas
    const at = tokens.findIndex(
      (token, i) =>
        token.text === ',' && words.every((word, j) => tokens[i + 1 + j]?.lower === word) && tokens[i + 1 + words.length]?.text === ',',
    );
    if (at < 1 || words.length > 3 || words[0] === 'for') continue;
    // "Bad as she was, however, she": a comma stands there anyway
    const comma = /^(?:AUX|VERB|ADJ|ADV)$/.test(tokens[at - 1]!.pos) ? 1 : 0;
    return [...tokens.slice(0, at + comma), ...tokens.slice(at + words.length + 2)];
  }
  return [...tokens];
}

function withoutAlso(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    (token, i) =>
      !/^(?:also|then)$/.test(token.lower) ||
      token.pos !== 'ADV' ||
      (token.lower === 'then' && !/^(?:AUX|VERB)$/.test(tokens[i + 1]?.pos ?? '')) ||
      tokens[i - 1]?.lower === 'but' ||
      /^[,;]$/.test(tokens[i - 1]?.text ?? '') ||
      i === 0,
  );
}

function capitalised(tokens: Token[]): Token[] {
  const [first, ...rest] = tokens;
  if (!first || !/^\p{Ll}/u.test(first.text)) return tokens;
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}
