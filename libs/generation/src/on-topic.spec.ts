import type { DocumentId } from '@lectern/platform';
import { onTopic } from './on-topic';

const passage = (documentId: string, coverage: number) => ({ documentId: documentId as DocumentId, coverage });

describe('passages on a topic', () => {
  const both = passage('astronomy', 1);
  const surname = passage('astronomy', 0.4);
  const elsewhere = passage('sports', 0.4);
  const hardly = passage('astronomy', 0.2);

  it('cover it nearly as well as the best', () => {
    const passages = [both, passage('history', 0.7), surname, elsewhere, hardly];
    expect(onTopic(passages, 2)).toEqual([both, passage('history', 0.7)]);
  });

  it('are more of the same documents, where there are fewer than questions', () => {
    expect(onTopic([both, surname, elsewhere, hardly], 5)).toEqual([both, surname]);
  });

  it('are none where none covers a third of it', () => {
    expect(onTopic([hardly, passage('sports', 0.3)], 5)).toEqual([]);
  });
});
