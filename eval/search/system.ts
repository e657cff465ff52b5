import { type Place } from '../library';
import { type Workspace } from './workspace';

/** One row of the table: something that ranks the passages of a library for a query. */
export interface System {
  readonly name: string;
  /** The row that it is one step away from, for the table of gains. */
  readonly against?: string;
  /** @throws NotAvailable where it cannot run here */
  open(workspace: Workspace): Promise<Ranking>;
}

export interface Ranking {
  /** Best first. */
  rank(query: string, limit: number): Promise<readonly Place[]>;
  close?(): Promise<void>;
}

/** Why a row has no figures, in words for the table. */
export class NotAvailable extends Error {}
