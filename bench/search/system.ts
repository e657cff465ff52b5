import { type BenchDocument, type Question } from './library';

/** What is measured: one process holds one system. */
export interface System {
  add(documents: readonly BenchDocument[]): Promise<void>;
  /** To be called once, after everything was added. */
  finish(): Promise<void>;
  /** Up to `limit` hits of the question's tenant by words and by vector; gives how many there were. */
  search(question: Question, limit: number): Promise<number>;
  close(): Promise<void>;
}

export interface SystemOptions {
  /** A folder of its own. */
  readonly directory: string;
  /** The folder whose node_modules has LanceDB. */
  readonly lancedb: string;
  readonly qdrantUrl: string | undefined;
}
