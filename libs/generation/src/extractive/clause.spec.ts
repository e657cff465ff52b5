import { clauseOf } from './clause';
import { inverted } from './inversion';
import { loadTagger, render, type Tagger } from './tagger';

let tag: Tagger;
beforeAll(async () => {
  tag = await loadTagger();
});
const turned = (sentence: string) => {
  const clause = clauseOf(tag(sentence));
  return clause && inverted(clause, (token) => token.pos === 'PROPN');
};

describe('a clause turned round', () => {
  it.each([
    ['Napoleon invaded Russia.', 'did Napoleon invade Russia'],
    ['The canal joins two seas.', 'does the canal join two seas'],
    ['Marie Curie was born in Warsaw.', 'was Marie Curie born in Warsaw'],
    ['The court has rejected the law.', 'has the court rejected the law'],
    ['Louis gained the throne in 1643 and acted against them.', 'did Louis gain the throne in 1643 and act against them'],
    ['The Normans had a profound effect on Ireland.', 'did the Normans have a profound effect on Ireland'],
  ])('%s', (sentence, question) => expect(turned(sentence)).toBe(question));

  it('leaves out a second clause and an aside', () => {
    expect(turned('Warsaw lies in Poland, and the army entered it.')).toBe('does Warsaw lie in Poland');
    expect(turned('Warsaw lies in Poland, which joined the union in 2004.')).toBe('does Warsaw lie in Poland');
  });

  it('knows what stands before the subject', () => {
    const clause = clauseOf(tag('In 1895, Emperor Wilhelm opened the canal.'))!;
    expect([clause.front, clause.subject, clause.verbs, clause.rest].map(render)).toEqual([
      'In 1895,',
      'Emperor Wilhelm',
      'opened',
      'the canal',
    ]);
  });

  it('gives up where a participle may be taken for the verb', () => {
    expect(clauseOf(tag('The theory developed by Einstein explains gravity.'))).toBeUndefined();
  });
});
