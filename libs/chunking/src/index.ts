export { asSegment, StreamingChunker, type Chunk, type Heading } from './streaming-chunker';
