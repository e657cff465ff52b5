import { z } from 'zod';

/** A count of tokens that can be added up; undefined for anything else that a service says. */
export const tokenCount = z.int().positive().max(10_000_000).optional().catch(undefined);

/** Text; undefined for anything else. */
export const words = z.string().optional().catch(undefined);

/** A list of what fits the schema, without what does not; empty for anything else. */
export const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((items) => items.flatMap((one) => item.safeParse(one).data ?? []));
