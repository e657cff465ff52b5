import { Genera } from './genera';
import { loadTagger } from './tagger';

describe('what the material says that things are', () => {
  it('relates a thing to its kind and to what it is a part of, in either order', async () => {
    const tag = await loadTagger();
    const genera = new Genera();
    genera.read(tag('Computational complexity theory is a branch of the theory of computation in theoretical computer science.'));
    genera.read(tag('In marine service, the boiler feeds the turbine, which is heavy.'));
    expect(genera.areRelated('computational complexity theory', 'theoretical computer science')).toBe(true);
    expect(genera.areRelated('theoretical computer science', 'complexity theory')).toBe(true);
    expect(genera.areRelated('complexity theory', 'polynomial time')).toBe(false);
    expect(genera.areRelated('turbine', 'boiler')).toBe(false);
  });
});
