export { RetrievalModule } from './retrieval.module';
export { type LibraryScope, type Passage } from './search/passage';
export { RetrievalService, type RetrievalAnswer } from './search/retrieval.service';
export { analyse, contentWords, type Token } from './text/analyser';
export { encodePassage, encodeQuery, type PointKind, type SparseVector } from './text/sparse-encoder';
export { pointId } from './vector-store/point-id';
export { VectorStore, type Point, type PointCounts, type StoredDocument } from './vector-store/vector-store';
