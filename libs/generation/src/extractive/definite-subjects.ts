import { nameRuns } from './names';
import { nominalEnd } from './phrases';
import type { Token } from './tagger';

/** A name as it is written, and how often it is met. */
interface Bearer {
  readonly tokens: readonly Token[];
  times: number;
  /** `the Suez Canal`, but `Harvard University`. */
  articled: number;
  /** `the engine cycle`, beside which `the cycle` may be another than the Rankine cycle. */
  readonly isName: boolean;
}

/** Rarer names hardly stand for what a text calls "the canal". */
const LEAST_TIMES = 3;
/** Against any other canal. */
const DOMINANCE = 4;

/**
 * Whose name `the canal` stands for where a text knows one canal by name: the Suez Canal, by the head of its name or by a sentence
 * that says what it is. Such a sentence is then understood alone.
 */
export class DefiniteSubjects {
  private readonly names = new Map<string, Bearer>();
  /** The names by what they are. */
  private readonly byHead = new Map<string, Set<string>>();

  /** @param isPerson of a name: `the boy` may be any of many */
  learn(tokens: readonly Token[], isName: (token: Token, index: number) => boolean, isPerson: (words: readonly string[]) => boolean): void {
    tokens.forEach((noun, i) => {
      const before = tokens[i - 1];
      if (noun.pos === 'NOUN' && /^(?:NOUN|ADJ)$/.test(before?.pos ?? '') && tokens[i + 1]?.pos !== 'NOUN')
        this.met([before!, noun], false, [noun.lemma], false);
    });
    for (const { start, end } of nameRuns(tokens, isName)) {
      const run = tokens.slice(start, end);
      if (isPerson(run.map(({ text }) => text))) continue;
      const articled = tokens[start - 1]?.lower === 'the';
      this.met(run, articled, [...(run.length > 1 ? [headOf(run)] : []), ...(start < 2 ? definedAs(tokens, end) : [])]);
      // "the Apollo program"
      const noun = tokens[end];
      if (articled && noun?.pos === 'NOUN' && noun.space && tokens[end + 1]?.pos !== 'NOUN')
        this.met([...run, noun], articled, [noun.lemma]);
    }
  }

  private met(run: readonly Token[], articled: boolean, heads: readonly string[], isName = true): void {
    const key = run.map(({ lower }) => lower).join(' ');
    const bearer = this.names.get(key) ?? { tokens: run, times: 0, articled: 0, isName };
    bearer.times++;
    if (articled) bearer.articled++;
    this.names.set(key, bearer);
    for (const head of heads) this.byHead.set(head, (this.byHead.get(head) ?? new Set()).add(key));
  }

  /** The sentence with the name in place of a bare `the canal` that it, or its main clause, begins with; as it is where no name is certain. */
  named(statement: readonly Token[]): readonly Token[] {
    return this.namedAt(statement, 0) ?? this.namedAt(statement, statement.findIndex(({ text }) => text === ',') + 1) ?? statement;
  }

  private namedAt(statement: readonly Token[], at: number): readonly Token[] | undefined {
    const [the, noun, next] = statement.slice(at);
    // "the canals" are many
    if (
      the?.lower !== 'the' ||
      noun?.pos !== 'NOUN' ||
      noun.lower !== noun.lemma ||
      !next ||
      !(/^(?:VERB|AUX|ADV)$/.test(next.pos) || /^['’]s$/.test(next.text))
    )
      return undefined;
    const bearer = this.bearerOf(noun.lemma);
    if (!bearer) return undefined;
    const [first, ...rest] = bearer.tokens;
    const article = 2 * bearer.articled > bearer.times;
    const name = [...(article ? [the] : []), { ...first!, space: article || at > 0 }, ...rest];
    return [...statement.slice(0, at), ...name, ...statement.slice(at + 2)];
  }

  private bearerOf(head: string): Bearer | undefined {
    const [best, second] = [...(this.byHead.get(head) ?? [])].map((key) => this.names.get(key)!).toSorted((a, b) => b.times - a.times);
    return best?.isName && best.times >= LEAST_TIMES && best.times >= DOMINANCE * (second?.times ?? 0) ? best : undefined;
  }
}

/** `War of the Austrian Succession` is a war. */
function headOf(run: readonly Token[]): string {
  const of = run.findIndex(({ lower }) => lower === 'of');
  return run[of > 0 ? of - 1 : run.length - 1]!.lower;
}

/** `is a navigable canal` after a name. */
function definedAs(tokens: readonly Token[], at: number): string[] {
  if (!/^(?:is|was)$/.test(tokens[at]?.lower ?? '') || !/^an?$/.test(tokens[at + 1]?.lower ?? '')) return [];
  const phrase = tokens.slice(at + 2, nominalEnd(tokens, at + 2));
  const link = phrase.findIndex(({ pos }) => !/^(?:ADJ|NOUN|PROPN|NUM)$/.test(pos));
  const head = (link < 0 ? phrase : phrase.slice(0, link)).at(-1);
  return head?.pos === 'NOUN' ? [head.lemma] : [];
}
