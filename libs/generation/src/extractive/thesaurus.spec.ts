import { loadThesaurus, type Thesaurus } from './thesaurus';

let thesaurus: Thesaurus;
beforeAll(async () => {
  thesaurus = await loadThesaurus();
});

describe('the thesaurus', () => {
  it.each([
    ['oxygen', 'nitrogen', 'akin'],
    ['judge', 'oxygen', 'apart'],
    ['organism', 'plant', 'same'],
    ['car', 'automobile', 'same'],
    ['host defense', 'pathogen', 'apart'],
    ['zzyzx', 'oxygen', 'unknown'],
    ['a', 'zygote', 'apart'],
  ])('says of %s and %s: %s', (a, b, relation) => expect(thesaurus.relation(a, b)).toBe(relation));

  it('tells words from names', () => {
    expect(['individual', 'warsaw', 'zzyzx'].map((word) => thesaurus.isCommon(word))).toEqual([true, false, false]);
  });

  it('puts what is alike nearer than what is not', () => {
    expect(thesaurus.nearness('oxygen', 'nitrogen')).toBeGreaterThan(thesaurus.nearness('oxygen', 'water'));
    expect(thesaurus.nearness('oxygen', 'zzyzx')).toBe(0);
  });

  it('knows what stands beside a word, written alike and met before', () => {
    expect(thesaurus.siblings('oxygen')).toEqual(expect.arrayContaining(['hydrogen', 'nitrogen']));
    expect(thesaurus.siblings('France')).toEqual(expect.arrayContaining(['Spain', 'Italy']));
    expect(thesaurus.siblings('oxygen').filter((word) => /^\p{Lu}/u.test(word))).toEqual([]);
    expect(thesaurus.siblings('zzyzx')).toEqual([]);
  });
});
