import type { Clause } from './clause';
import type { Material } from './material';
import { nominalEnd } from './phrases';
import type { Token } from './tagger';
import { SenseClass } from './thesaurus';

/** Whether the subject, or that of the clause before the main one, is definite and nothing tells which. */
export function hasWeakSubject(statement: readonly Token[], clause: Clause | undefined, material: Material): boolean {
  const subject =
    clause?.subject ??
    statement.slice(
      0,
      Math.max(
        1,
        statement.findIndex((token, i) => i > 0 && (token.pos === 'VERB' || token.pos === 'AUX' || token.text === ',')),
      ),
    );
  if (isWeak(subject, material)) return true;
  // "When samples were tested, the figure rose"
  if (!/^(?:when|if|as|while|after|before|although|though|because|since|once|where)$/.test(statement[0]?.lower ?? '')) return false;
  const main = statement.slice(statement.findIndex(({ text }) => text === ',') + 1);
  return isWeak(main.slice(0, nominalEnd(main, 0)), material);
}

/** `The committee`, `The university's endowment`: definite, and nothing in it says which. */
function isWeak(phrase: readonly Token[], material: Material): boolean {
  const [first, ...rest] = phrase;
  if (!first || first.lower !== 'the') return false;
  if (rest.some((token) => token.pos === 'PROPN' || (token.pos === 'NUM' && /\d/.test(token.text)))) return false;
  if (rest.some((token) => /^(?:of|for|between|in|on)$/.test(token.lower))) return isWeakAfterOf(rest);
  const content = rest.filter((token) => token.pos === 'NOUN' || token.pos === 'ADJ');
  if (content.length < 2) return true;
  // what the whole text is about needs no more to be known by ("the immune system")
  return material.frequency(content.map((token) => token.lemma).join(' ')) < Math.max(3, 0.04 * material.sentences);
}

/** `In the dark box,` */
export function hasWeakFront({ front }: Clause, material: Material): boolean {
  return isWeak(
    front.slice(1).filter(({ pos }) => pos !== 'PUNCT'),
    material,
  );
}

/** `The end of the war`: what follows `of` is weak itself. */
function isWeakAfterOf(tokens: readonly Token[]): boolean {
  const at = tokens.findIndex((token) => /^(?:of|for|between|in|on)$/.test(token.lower));
  const after = tokens.slice(at + 1);
  return (
    after[0]?.lower === 'the' && after.filter((token) => token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN').length < 2
  );
}

/** `the city`, `the company` before any name: of which, only the page says. */
export function speaksOfUnnamed(tokens: readonly Token[], { thesaurus }: Material): boolean {
  return tokens.some(({ lower, pos, lemma }, i) => {
    if (
      tokens[i - 1]?.lower !== 'the' ||
      pos !== 'NOUN' ||
      lower !== lemma ||
      /^(?:of|for|in|that|which)$/.test(tokens[i + 1]?.lower ?? '')
    )
      return false;
    if (tokens[i + 1]?.pos === 'NOUN' || tokens[i + 1]?.pos === 'PROPN' || tokens.slice(0, i).some(({ pos: before }) => before === 'PROPN'))
      return false;
    return (
      GROUPS.some((group) => thesaurus.isMostly(lemma, group)) &&
      !/^(?:world|earth|moon|sun|public|sky|sea|ground|north|south|east|west)$/.test(lower)
    );
  });
}

const GROUPS = [SenseClass.group, SenseClass.location];

/** `the network's manager` counts thrice: of which network, only the page says. */
export function weakDefinites(tokens: readonly Token[]): number {
  const loose = tokens.filter(
    (token, i) =>
      token.lower === 'the' &&
      i > 0 &&
      tokens[i + 1]?.pos === 'NOUN' &&
      !/^(?:of|for|in|that|which|who|to)$/.test(tokens[i + 2]?.lower ?? '') &&
      tokens[i + 2]?.pos !== 'NOUN',
  );
  const possessors = loose.filter((token) => /^['’]s$/.test(tokens[tokens.indexOf(token) + 2]?.text ?? ''));
  return loose.length + 2 * possessors.length;
}
