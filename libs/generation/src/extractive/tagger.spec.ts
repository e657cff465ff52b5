import { loadTagger, render } from './tagger';

describe('the tagger', () => {
  it('keeps every word where its model knows no lemma', async () => {
    const tag = await loadTagger();
    expect(render(tag('No. You cannot.'))).toBe('No. You cannot.');
  });
});
