export { IndexCheckModule } from './index-check.module';
export { RetrievalModule } from './retrieval.module';
export type { Passage } from './search/passage';
export type { RetrievalAnswer } from './search/retrieval-answer';
export { RetrievalService } from './search/retrieval.service';
export type { Token } from './text/analyser';
export { encodePassage, encodeQuery, type PointKind } from './text/sparse-encoder';
export { pointId } from './vector-store/point-id';
export { VectorStore, type Point, type StoredDocument } from './vector-store/vector-store';
