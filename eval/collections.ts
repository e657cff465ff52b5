import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { overlap, type Span } from '@lectern/platform';
import { graded, hits } from './measures';

/** A collection with questions whose right answers are known. */
export interface Collection {
  readonly name: string;
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  readonly queries: readonly JudgedQuery[];
  /** Passages that a measure looks at. */
  readonly depth: number;
  /** What is judged, a paragraph or a document. */
  readonly units: readonly (Span & { readonly document: string })[];
  /** Of one query's passages, best first. */
  score(query: JudgedQuery, passages: readonly (Span & { readonly document: string })[]): Record<string, number>;
}

/** `relevant`: unit -> gain, where a unit is a paragraph (`article:number`) or a document's name. */
export interface JudgedQuery {
  readonly text: string;
  readonly relevant: ReadonlyMap<string, number>;
}

interface Paragraph {
  article: string;
  paragraph_index: number;
  file: string;
  text: string;
}

/** Every folder of `root` that holds paragraphs with questions or documents with judgements. */
export function collectionsIn(root: string): Collection[] {
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .toSorted()
    .flatMap((name) => {
      const directory = join(root, name);
      if (existsSync(join(directory, 'paragraphs.jsonl'))) return paragraphCollection(name, directory);
      return existsSync(join(directory, 'qrels.tsv')) ? judgedCollection(name, directory) : [];
    });
}

/** Articles, and questions whose one answer is a paragraph. */
function paragraphCollection(name: string, directory: string): Collection {
  const all = jsonl<Paragraph>(join(directory, 'paragraphs.jsonl'));
  const documents = readdirSync(directory)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => ({ name: file, text: readFileSync(join(directory, file), 'utf8') }));
  const units = documents.flatMap(({ name: file, text }) => {
    let from = 0;
    return all
      .filter((paragraph) => paragraph.file === file)
      .map((paragraph) => {
        const start = text.indexOf(paragraph.text, from);
        if (start < 0) throw new Error(`${name}/${file} does not hold its paragraph ${paragraph.paragraph_index}`);
        from = start + paragraph.text.length;
        return { document: file, start, end: from, unit: unitOf(paragraph) };
      });
  });
  const queries = jsonl<Paragraph & { question: string }>(join(directory, 'queries.jsonl')).map((query) => ({
    text: query.question,
    relevant: new Map([[unitOf(query), 1]]),
  }));
  const unitsOf = Map.groupBy(units, ({ document }) => document);
  // a passage counts for the paragraph that it overlaps most, so long passages win nothing
  const paragraphOf = ({ document, ...span }: Span & { document: string }) =>
    unitsOf.get(document)!.reduce((best, unit) => (overlap(unit, span) > overlap(best, span) ? unit : best)).unit;
  const score: Collection['score'] = ({ relevant }, passages) =>
    hits([...new Set(passages.map(paragraphOf))].findIndex((unit) => relevant.has(unit)) + 1);
  return { name, documents, queries, depth: 10, units, score };
}

function judgedCollection(name: string, directory: string): Collection {
  const judged = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(directory, 'qrels.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [query, document, gain] = line.split('\t') as [string, string, string];
    judged.set(query, (judged.get(query) ?? new Map<string, number>()).set(document, Number(gain)));
  }
  const documents = jsonl<{ id: string; text: string }>(join(directory, 'docs.jsonl'))
    .filter(({ text }) => text.trim())
    .map(({ id, text }) => ({ name: id, text }));
  const queries = jsonl<{ id: string; text: string }>(join(directory, 'queries.jsonl'))
    .map(({ id, text }) => ({ text, relevant: judged.get(id) ?? new Map<string, number>() }))
    .filter(({ relevant }) => [...relevant.values()].some((gain) => gain > 0));
  const units = documents.map(({ name: document, text }) => ({ document, start: 0, end: text.length }));
  const score: Collection['score'] = ({ relevant }, passages) => graded([...new Set(passages.map(({ document }) => document))], relevant);
  return { name, documents, queries, depth: 100, units, score };
}

const unitOf = ({ article, paragraph_index }: Paragraph) => `${article}:${paragraph_index}`;

function jsonl<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
