import type { DocumentWords } from './document-words';
import type { Fact } from './fact';
import { membersIn } from './families';
import { figuresIn } from './figures-in';
import { titlesIn } from './titles-in';

/** All that a sentence may be asked for, each place of it once: a title before the names in it, a definition before other terms. */
export function factsOf(text: string, { language, names, terms, nouns }: DocumentWords): Fact[] {
  if (language.code === 'und') return figuresIn(text, language);
  const defined = terms.definitionIn(text)?.term ?? terms.subjectIn(text);
  const found = [
    ...titlesIn(text),
    ...figuresIn(text, language),
    ...(defined ? [defined] : []),
    ...membersIn(text, language),
    ...names.namesIn(text),
    ...terms.termsIn(text),
    ...nouns.worthyIn(text),
  ];
  const apart = found.filter(({ start, end }, i) => !found.slice(0, i).some((other) => start < other.end && end > other.start));
  // of a cast list no single name is worth asking
  const named = apart.filter(({ kind }) => isNameKind(kind));
  return named.length < CAST ? apart : apart.filter(({ kind }) => !isNameKind(kind));
}

const CAST = 5;

const isNameKind = (kind: Fact['kind']) => kind === 'person' || kind === 'place' || kind === 'name';
