export { EmbeddingModule } from './embedding.module';
export { EmbeddingProvider, signatureLine, type EmbeddingSignature } from './embedding-provider';
export { hash32, mix32 } from './hash';
export { LexicalEmbeddingProvider } from './lexical.embedding-provider';
export { fold, words } from './words';
