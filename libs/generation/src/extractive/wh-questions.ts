import type { Clause } from './clause';
import { definition, reason } from './definitions-and-reasons';
import type { Asked } from './draft';
import { finished } from './question-text';
import type { PooledTarget } from './target-pool';
import type { WordKnowledge } from './targets';
import type { Token } from './tagger';
import { stemFor, type Place } from './wh-stems';

/** Questions that turn the clause round (after Heilman and Smith 2010), one for each place where a target stands safely. */
export function whQuestions(statement: readonly Token[], clause: Clause, targets: readonly PooledTarget[], words: WordKnowledge): Asked[] {
  const isName = (token: Token) => words.keepsCapital(token);
  const asked: (Asked | undefined)[] = [definition(clause, isName), reason(clause, isName)];
  for (const target of targets) {
    const tokens = statement.slice(target.start, target.end);
    const part = partOf(clause, tokens);
    if (!part) continue;
    const stem = stemFor(clause, part, target, isName);
    // "In which year was it found by Scheele, and by Priestley in 1774?"
    // "Where did traders settle on Manhattan?"
    if (stem && /^(?:\S+ [^?]*, )?where /i.test(stem) && /\b(?:in|on|at|near) (?:the )?\p{Lu}/u.test(stem)) continue;
    if (stem && /, (?:and|or|but) (?:even|also|then|now|later|again|still)\b/.test(stem)) continue;
    const year = /\b(?:1\d|20)\d\d\b/.exec(target.text)?.[0];
    if (stem && year && stem.includes(year)) continue;
    if (stem && !(target.kind === 'year' && /\bin (?:1\d|20)\d\d\b|\b(?:later|earlier|again)$/i.test(stem)))
      asked.push({
        stem: finished(stem),
        answer: target.text,
        target,
        asks: target.kind,
        form: 'wh',
        several: part.part === 'subject' && isOneOfSeveral(clause),
      });
  }
  return asked.filter((question): question is Asked => question !== undefined);
}

/** `was a student of Lefevre`, `is one of the`: true of others as well. */
function isOneOfSeveral({ verbs, rest }: Clause): boolean {
  return verbs.length === 1 && verbs[0]?.pos === 'AUX' && /^(?:a|an|one|among|part|some|in|at|on|not)$/.test(rest[0]?.lower ?? '');
}

function partOf(clause: Clause, target: readonly Token[]): Place | undefined {
  for (const part of ['front', 'subject', 'rest'] as const) {
    const start = clause[part].indexOf(target[0] as Token);
    if (start >= 0 && clause[part][start + target.length - 1] === target.at(-1)) return { part, start, end: start + target.length };
  }
  return undefined;
}
