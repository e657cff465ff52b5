import type { Database } from '@lectern/platform';

/** A row of the Document table. */
export type DocumentRow = NonNullable<Awaited<ReturnType<Database['document']['findFirst']>>>;
