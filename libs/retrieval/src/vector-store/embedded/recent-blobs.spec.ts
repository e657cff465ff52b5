import { RecentBlobs } from './recent-blobs';

describe('RecentBlobs', () => {
  it('knows what was added to a unit of the same version', () => {
    const recent = new RecentBlobs<string>(100);
    expect(recent.of(1, 5).get(7)).toBeUndefined();
    recent.add(1, 7, 'seven', 10);
    expect(recent.of(1, 5).get(7)).toBe('seven');
    expect(recent.of(1, 6).get(7)).toBeUndefined();
    expect(recent.of(1, 5).get(7)).toBeUndefined();
  });

  it('forgets the units that were out of use longest, and counts what it has', () => {
    const recent = new RecentBlobs<string>(100);
    for (const unit of [1, 2, 3]) {
      recent.of(unit, 0);
      recent.add(unit, 0, `unit ${unit}`, 30);
    }
    recent.of(1, 0);
    recent.of(4, 0);
    recent.add(4, 0, 'unit 4', 30);
    expect([1, 2, 3, 4].map((unit) => recent.of(unit, 0).has(0))).toEqual([true, false, true, true]);
    recent.of(3, 1); // a new version gives the room of the old one back
    recent.of(5, 0);
    recent.add(5, 0, 'unit 5', 30);
    expect(recent.of(1, 0).has(0)).toBe(true);
  });

  it('keeps a unit that alone is too large until another comes', () => {
    const recent = new RecentBlobs<string>(100);
    recent.of(1, 0);
    recent.add(1, 0, 'large', 300);
    expect(recent.of(1, 0).get(0)).toBe('large');
    recent.of(2, 0);
    recent.add(2, 0, 'small', 1);
    expect(recent.of(1, 0).has(0)).toBe(false);
  });
});
