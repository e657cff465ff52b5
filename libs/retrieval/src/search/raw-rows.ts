/** Prisma gives computed integers of raw queries as bigint. */
export function withNumbers<Row extends object>(row: Row): Row {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])) as Row;
}
