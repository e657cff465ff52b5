import type { TestFile } from './lectern';

const RIVERS = ['Danube', 'Vistula', 'Ebro', 'Loire', 'Tagus', 'Meuse', 'Neckar', 'Drava', 'Oder', 'Douro', 'Rhone', 'Weser'];

/** A paragraph a bridge, each with a year and a person of its own. */
export const bridges: TestFile = {
  name: 'bridges.txt',
  content: RIVERS.map(
    (river, i) =>
      `The old stone bridge over the ${river} was opened in ${1801 + 7 * i}. The engineer ${river === 'Oder' ? 'Otto Brand' : `Ada ${river}son`} directed its construction for ten years.`,
  ).join('\n\n'),
};
