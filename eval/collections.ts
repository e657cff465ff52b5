import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A collection with questions whose right answers are known. */
export interface Collection {
  readonly name: string;
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  readonly queries: readonly JudgedQuery[];
}

/** `relevant`: unit -> gain, where a unit is a paragraph (`file:paragraph`) or a document's name. */
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

/** Articles, and questions whose one answer is a paragraph; units are `file:start-end` spans looked up by `paragraphsOf`. */
export interface ParagraphCollection extends Collection {
  readonly paragraphs: ReadonlyMap<string, readonly { readonly start: number; readonly end: number; readonly unit: string }[]>;
}

export function paragraphCollection(root: string, name: string): ParagraphCollection | undefined {
  const directory = join(root, name);
  if (!existsSync(directory)) return undefined;
  const all = jsonl<Paragraph>(join(directory, 'paragraphs.jsonl'));
  const documents = readdirSync(directory)
    .filter((file) => file.endsWith('.txt'))
    .toSorted()
    .map((file) => ({ name: file, text: readFileSync(join(directory, file), 'utf8') }));
  const paragraphs = new Map(
    documents.map(({ name: file, text }) => {
      let from = 0;
      const spans = all
        .filter((paragraph) => paragraph.file === file)
        .map((paragraph) => {
          const start = text.indexOf(paragraph.text, from);
          if (start < 0) throw new Error(`${name}/${file} does not hold its paragraph ${paragraph.paragraph_index}`);
          from = start + paragraph.text.length;
          return { start, end: from, unit: unitOf(paragraph) };
        });
      return [file, spans];
    }),
  );
  const queries = jsonl<Paragraph & { question: string }>(join(directory, 'queries.jsonl')).map((query) => ({
    text: query.question,
    relevant: new Map([[unitOf(query), 1]]),
  }));
  return { name, documents, paragraphs, queries };
}

export function abstractCollection(root: string, name: string): Collection | undefined {
  const directory = join(root, name);
  if (!existsSync(directory)) return undefined;
  const judged = new Map<string, Map<string, number>>();
  for (const line of readFileSync(join(directory, 'qrels.tsv'), 'utf8').trim().split('\n').slice(1)) {
    const [query, document, gain] = line.split('\t') as [string, string, string];
    judged.set(query, (judged.get(query) ?? new Map<string, number>()).set(document, Number(gain)));
  }
  const documents = jsonl<{ id: string; text: string }>(join(directory, 'docs.jsonl')).filter(({ text }) => text.trim());
  const queries = jsonl<{ id: string; text: string }>(join(directory, 'queries.jsonl'))
    .map(({ id, text }) => ({ text, relevant: judged.get(id) ?? new Map<string, number>() }))
    .filter(({ relevant }) => [...relevant.values()].some((gain) => gain > 0));
  return { name, documents: documents.map(({ id, text }) => ({ name: id, text })), queries };
}

const unitOf = ({ article, paragraph_index }: Paragraph) => `${article}:${paragraph_index}`;

function jsonl<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}
