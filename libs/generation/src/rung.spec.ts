import { passagesOf } from './question-model.contract';
import { QuestionModel } from './question-model';
import { Rung } from './rung';

class SilentModel extends QuestionModel {
  readonly name = 'silent';
  constructor(readonly kind: 'rules' | 'model') {
    super();
  }
  async *propose() {}
}

const rung = (kind: 'rules' | 'model', isLast = false) => new Rung(new SilentModel(kind), 0, isLast);
const now = () => performance.now();
const longAgo = () => performance.now() - 3_100;

describe('Rung', () => {
  it('asks a model over two rounds of evidence while there is time', () => {
    const one = rung('model');
    expect([one.nextRound(now(), false), one.nextRound(now(), false), one.nextRound(now(), false)]).toEqual([0, 1, undefined]);
    expect(one.isPutOff).toBe(false);
  });

  it('puts the second round off once the set is a while in the making, and has it later', () => {
    const one = rung('model');
    expect([one.nextRound(longAgo(), false), one.nextRound(longAgo(), false), one.isPutOff]).toEqual([0, undefined, true]);
    expect(one.nextRound(longAgo(), false)).toBe(1);
  });

  it('puts a model off that comes for more, and none that stands in for another', () => {
    expect(rung('model').nextRound(longAgo(), true)).toBeUndefined();
    expect(rung('model').nextRound(longAgo(), false)).toBe(0);
  });

  it('puts nobody off who has nobody below', () => {
    const one = rung('model', true);
    expect([one.nextRound(longAgo(), true), one.nextRound(longAgo(), true)]).toEqual([0, 1]);
  });

  it('asks no model again whose first round brought nothing', () => {
    const one = rung('model');
    one.nextRound(now(), false);
    one.broughtNothing();
    expect([one.isUseless, one.nextRound(now(), false)]).toEqual([true, undefined]);
  });

  it('holds a second round that brings nothing against no model', () => {
    const one = rung('model');
    one.nextRound(now(), false);
    one.nextRound(now(), false);
    one.broughtNothing();
    expect(one.isUseless).toBe(false);
  });

  it('shows rules what they have not seen, and a model the same again where there is nothing else', () => {
    const [first, second] = [passagesOf(['one']), passagesOf(['one', 'two'])];
    for (const [kind, again] of [
      ['rules', []],
      ['model', second],
    ] as const) {
      const one = rung(kind);
      expect([one.unseen(first), one.unseen(second), one.unseen(second)]).toEqual([first, [second[1]], again]);
    }
  });
});
