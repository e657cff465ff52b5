import { sentenceFault } from '../sentence-rules';
import type { Turn } from '../turn';
import { antecedentIn, withAntecedent, type Antecedent } from './antecedents';
import { DefiniteSubjects } from './definite-subjects';
import type { Material } from './material';
import type { ReadInOrder, Reading } from './reading';
import type { SourceSentence } from './source-sentence';
import { render, type Token } from './tagger';
import { SenseClass } from './thesaurus';

/** Once all names are known: the sentences, each with the name of what it only calls `the canal`. */
export async function understood({ all, sentences, inOrder }: Reading, material: Material, turn: Turn): Promise<SourceSentence[]> {
  const subjects = new DefiniteSubjects();
  for (const tokens of all) {
    await turn.next();
    material.learnNames(tokens);
    subjects.learn(
      tokens,
      (token, index) => material.isName(token, index),
      (words) => material.kindOf(words) === 'person',
    );
  }
  const named = sentences.map((sentence) => ({ ...sentence, statement: subjects.named(sentence.statement) }));
  return [...named, ...withoutPronouns(inOrder, material)];
}

const LONGEST_QUOTE = 500;

/** What speaks of `it` right behind a sentence that has a name for it: then both are the source. */
function withoutPronouns(inOrder: readonly ReadInOrder[], material: Material): SourceSentence[] {
  const names = {
    isName: (token: Token, index: number) => material.isName(token, index),
    isPerson: (words: readonly string[]) => material.kindOf(words) === 'person',
    genderOf: (words: readonly string[]) => material.genderOf(words),
    namesHuman: (lemma: string) => material.thesaurus.isMostly(lemma, SenseClass.person),
  };
  const found: SourceSentence[] = [];
  let before: { sentence: SourceSentence; antecedent: Antecedent | undefined } | undefined;
  for (const { sentence, fault } of inOrder) {
    const follows = before && before.sentence.passage === sentence.passage && before.sentence.position + 1 === sentence.position;
    const statement =
      follows && before?.antecedent && (!fault || fault === 'dangling') ? withAntecedent(sentence.statement, before.antecedent) : undefined;
    if (!statement || !before) {
      before = { sentence, antecedent: fault && fault !== 'dangling' ? undefined : antecedentIn(sentence.statement, names) };
      continue;
    }
    const span = { start: before.sentence.span.start, end: sentence.span.end };
    const one = { ...sentence, span, statement, text: `${before.sentence.text} ${sentence.text}` };
    if (!sentenceFault(render(statement)) && span.end - span.start <= LONGEST_QUOTE) found.push(one);
    // what is said next is said of the same
    before = { sentence: { ...one, position: sentence.position }, antecedent: before.antecedent };
  }
  return found;
}
