import type { Clause } from './clause';
import type { Material } from './material';
import { nameRuns, type NameKind } from './names';
import { beforePreposition, nominalEnd, nominalsOf } from './phrases';
import type { Token } from './tagger';
import { worldOf, type World } from './worlds';

/** What a phrase speaks of. */
export interface About {
  readonly kind: NameKind | 'term';
  readonly head: string;
  readonly world: World;
}

export function aboutOf(subject: readonly Token[], material: Material): About {
  const [run] = nameRuns(subject, (token, i) => material.isName(token, i));
  const isName = run && run.end === subject.length;
  const kind = isName ? material.kindOf(subject.slice(run.start).map(({ text }) => text)) : 'term';
  const head = nominalsOf(beforePreposition(subject)).findLast(({ pos }) => pos !== 'ADJ')?.lemma ?? '';
  return { kind, head, world: worldOf(kind, head, material.thesaurus) };
}

/** Of what the subject is said to be, `named` where that is one thing by its name: `was | a mermaid living in the river`, but not `was | founded`. */
export function identityOf({ verbs, rest }: Clause, material: Material): World | 'named' | undefined {
  const noun = beforePreposition(rest.slice(0, nominalEnd(rest, 0)));
  const isCopula = verbs.length === 1 && /^(?:is|are|was|were)$/.test(verbs[0]!.lower);
  if (!isCopula || !nominalsOf(noun).some(({ pos }) => pos !== 'ADJ')) return undefined;
  const isNamed = noun[0]!.lower === 'the' && noun.some(({ pos }) => pos === 'PROPN' || pos === 'NUM');
  return isNamed ? 'named' : aboutOf(noun, material).world;
}
