/** `col.conf` of schema 11: an import reads none of it, but wants it there. */
export const ANKI_CONFIG = {
  activeDecks: [1],
  addToCur: true,
  collapseTime: 1200,
  curDeck: 1,
  curModel: null,
  dueCounts: true,
  estTimes: true,
  newSpread: 0,
  nextPos: 1,
  sortBackwards: false,
  sortType: 'noteFld',
  timeLim: 0,
};

/** A deck as `col.decks` holds it, with `modified` in seconds. */
export function ankiDeckJson(id: number, name: string, modified: number): Record<string, unknown> {
  const today = [0, 0];
  return {
    id,
    name,
    mod: modified,
    usn: -1,
    desc: '',
    dyn: 0,
    conf: 1,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: today,
    revToday: today,
    lrnToday: today,
    timeToday: today,
  };
}

/** The options that a new Anki gives its decks, as `col.dconf` holds them: the learner's own win at an import. */
export function ankiDeckConfig(modified: number): Record<string, unknown> {
  return {
    id: 1,
    name: 'Default',
    mod: modified,
    usn: -1,
    autoplay: true,
    replayq: true,
    timer: 0,
    maxTaken: 60,
    new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
    rev: { bury: false, ease4: 1.3, hardFactor: 1.2, ivlFct: 1, maxIvl: 36500, perDay: 200 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
  };
}
