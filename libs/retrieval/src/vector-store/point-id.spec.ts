import { type DocumentId } from '@lectern/platform';
import { pointId } from './point-id';

describe('pointId', () => {
  const document = '0193f1c2-7c1b-7d3e-9a55-0c8f3a1b2c3d' as DocumentId;

  it('is the same UUID of version 5 in every run', () => {
    expect(pointId(document, 1, 'chunk', 0)).toBe('f3a1136d-a9cd-5ca5-9932-54d898d85638');
  });

  it('differs by document, generation, kind and index', () => {
    const ids = [
      pointId(document, 1, 'chunk', 0),
      pointId(document, 2, 'chunk', 0),
      pointId(document, 1, 'passage', 0),
      pointId(document, 1, 'chunk', 1),
      pointId('other' as DocumentId, 1, 'chunk', 0),
    ];
    expect(new Set(ids).size).toBe(5);
  });
});
