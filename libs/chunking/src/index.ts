export { asSegment, StreamingChunker, type Chunk } from './streaming-chunker';
