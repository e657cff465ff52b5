import { type Degradation } from './degradation';
import { type LibraryScope, type Passage } from './passage';

export interface RetrievalQuery extends LibraryScope {
  readonly text: string;
  /** Passages at most, 1 to 100. */
  readonly limit: number;
  /** Length of all passages together, about; left out: unlimited. */
  readonly tokens?: number;
}

export interface RetrievalAnswer {
  readonly passages: Passage[];
  readonly degraded: Degradation[];
}
