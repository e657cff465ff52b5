import { Texts } from './texts';

export const DIMENSION = 1024;
const CHUNK_LENGTH = 240;
const CHUNKS_A_PASSAGE = 4;
const MOST_CHUNKS_A_DOCUMENT = 200;
const QUESTIONS = 1000;
const WORDS_A_QUESTION = 5;

export interface Part {
  readonly text: string;
  readonly vector: Float32Array;
  /** Of its passage in the document. */
  readonly passage: number;
}

/** A document of one tenant, as ingestion cuts it: chunks, and passages of four of them. */
export interface BenchDocument {
  readonly number: number;
  readonly tenant: number;
  readonly chunks: readonly Part[];
  readonly passages: readonly Part[];
}

export interface Question {
  readonly tenant: number;
  readonly text: string;
  readonly vector: Float32Array;
}

/** The same documents and questions for every system: `chunks` in all, evenly over the tenants, document by document. */
export class BenchLibrary {
  readonly questions: Question[] = [];
  private readonly texts = new Texts(7, DIMENSION);

  constructor(
    readonly chunks: number,
    readonly tenants: number,
  ) {}

  *documents(): Generator<BenchDocument> {
    const size = Math.min(MOST_CHUNKS_A_DOCUMENT, Math.floor(this.chunks / this.tenants));
    const documents = Math.floor(this.chunks / size);
    for (let number = 0; number < documents; number++) {
      const tenant = number % this.tenants;
      const chunks = Array.from({ length: size }, (_, i) => this.part(this.texts.text(CHUNK_LENGTH), Math.floor(i / CHUNKS_A_PASSAGE)));
      const passages = [...Map.groupBy(chunks, ({ passage }) => passage).values()].map((own) =>
        this.part(own.map(({ text }) => text).join(' '), own[0]!.passage),
      );
      if (this.asksAbout(number, documents))
        this.questions.push({ tenant, text: this.texts.question(chunks[0]!.text, WORDS_A_QUESTION), vector: this.texts.vector() });
      yield { number, tenant, chunks, passages };
    }
  }

  /** Evenly over the documents, and so over the tenants. */
  private asksAbout(document: number, documents: number): boolean {
    return Math.floor((document * QUESTIONS) / documents) !== Math.floor(((document - 1) * QUESTIONS) / documents);
  }

  private part(text: string, passage: number): Part {
    return { text, vector: this.texts.vector(), passage };
  }
}
