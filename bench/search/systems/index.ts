import { type System, type SystemOptions } from '../system';
import { lancedb } from './lancedb';
import { lecternEmbedded, lecternQdrant } from './lectern';
import { orama } from './orama';

export const SYSTEMS: Readonly<Record<string, (options: SystemOptions) => Promise<System>>> = {
  'Lectern, embedded': lecternEmbedded,
  'Lectern, Qdrant': lecternQdrant,
  Orama: orama,
  LanceDB: lancedb,
};
