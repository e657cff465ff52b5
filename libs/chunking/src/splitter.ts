import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';

export const CHUNK_SIZE = 256;

/**
 * LangChain's recursive splitter (paragraphs, lines, words, characters) without overlap, with one repair: where it has
 * to cut inside a word it cuts between code points, so that no surrogate pair is torn and every chunk is well-formed.
 */
class CodePointTextSplitter extends RecursiveCharacterTextSplitter {
  protected override splitOnSeparator(text: string, separator: string): string[] {
    return separator === '' ? Array.from(text) : super.splitOnSeparator(text, separator);
  }
}

export function createSplitter(chunkSize = CHUNK_SIZE): RecursiveCharacterTextSplitter {
  return new CodePointTextSplitter({ chunkSize, chunkOverlap: 0 });
}
