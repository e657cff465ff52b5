import { type Passage, type RetrievalAnswer } from '@lectern/retrieval';

export interface SearchView {
  passages: ReturnType<typeof passageView>[];
  degraded: string[];
}

export function searchView({ passages, degraded }: RetrievalAnswer): SearchView {
  return { passages: passages.map(passageView), degraded };
}

function passageView({ chunkId, documentId, filename, page, pageEnd, start, end, text, score, rank }: Passage) {
  return { chunk_id: chunkId, document_id: documentId, filename, page, page_end: pageEnd, start, end, text, score, rank };
}
