import { estimate, gain, type Estimate } from '../measures';
import { type Outcome } from '../search/run';
import { type Group } from '../search/rows';

export type Results = ReadonlyMap<string, ReadonlyMap<string, Outcome>>;

/** Every row with every measure of every collection, group by group. */
export function figures(groups: readonly Group[], results: Results): string {
  const columns = columnsOf(results);
  const head = [
    row(['', ...columns.map(({ collection, measure }) => `${collection} ${measure}`)]),
    row(['---', ...columns.map(() => '---:')]),
  ];
  const tables = groups.map(({ title, rows }) => {
    const lines = rows.map(({ name }) => {
      const why = [...results.values()].map((outcomes) => outcomes.get(name)).find((outcome) => typeof outcome === 'string');
      return why ? row([name, why]) : row([name, ...columns.map((column) => show(valuesOf(results, name, column)))]);
    });
    return [`### ${title}`, '', ...head, ...lines, ''].join('\n');
  });
  return tables.join('\n');
}

/** What each row gains over the row that it is one step away from, in the first measure of each collection. */
export function gains(groups: readonly Group[], results: Results): string {
  const columns = columnsOf(results).filter(({ first }) => first);
  const rows = groups.flatMap((group) => group.rows).filter(({ against }) => against);
  const lines = rows.map(({ name, against }) =>
    row([
      name,
      against!,
      ...columns.map((column) => {
        const values = valuesOf(results, name, column);
        const others = valuesOf(results, against!, column);
        return values && others ? difference(gain(values, others)) : '-';
      }),
    ]),
  );
  return [
    row(['row', 'against', ...columns.map(({ collection, measure }) => `${collection} ${measure}`)]),
    row(['---', '---', ...columns.map(() => '---:')]),
    ...lines,
    '',
  ].join('\n');
}

/** How far off a figure of each collection may be, by the row given. */
export function intervals(name: string, results: Results): string {
  const lines = columnsOf(results).map((column) => {
    const values = valuesOf(results, name, column)!;
    return row([column.collection, column.measure, String(values.length), estimate(values).halfWidth.toFixed(3)]);
  });
  return [row(['collection', 'measure', 'queries', 'half-width']), row(['---', '---', '---:', '---:']), ...lines, ''].join('\n');
}

interface Column {
  readonly collection: string;
  readonly measure: string;
  /** Of its collection. */
  readonly first: boolean;
}

function columnsOf(results: Results): Column[] {
  return [...results].flatMap(([collection, outcomes]) => {
    const measured = [...outcomes.values()].find((outcome) => typeof outcome !== 'string') ?? {};
    return Object.keys(measured).map((measure, i) => ({ collection, measure, first: i === 0 }));
  });
}

function valuesOf(results: Results, name: string, { collection, measure }: Column): readonly number[] | undefined {
  const outcome = results.get(collection)!.get(name);
  return typeof outcome === 'object' ? outcome[measure] : undefined;
}

function show(values: readonly number[] | undefined): string {
  return values ? estimate(values).mean.toFixed(3).replace(/^0/, '') : '-';
}

function difference({ mean, halfWidth }: Estimate): string {
  const sign = mean < 0 ? '-' : '+';
  const digits = (value: number) => Math.abs(value).toFixed(3).replace(/^0/, '');
  const shown = `${sign}${digits(mean)} ± ${digits(halfWidth)}`;
  return Math.abs(mean) > halfWidth ? `**${shown}**` : shown;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
