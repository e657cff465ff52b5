import { type TenantId } from '@lectern/platform';
import { POINT_KINDS } from '../../text/sparse-encoder';
import { best } from './best';
import { DenseSearch } from './dense-search';
import { Hits, type Ranked } from './hits';
import { type PackedAnswer, type PackedList } from './packed-answer';
import { Places } from './places';
import { SparseSearch } from './sparse-search';
import { type Tables } from './tables';
import { type StoreQuery } from '../vector-store';

/** One query to all lists, in one transaction. */
export class FileSearch {
  private readonly sparse: SparseSearch;
  private readonly dense: DenseSearch;

  constructor(private readonly tables: Tables) {
    this.sparse = new SparseSearch(tables);
    this.dense = new DenseSearch(tables.vectors);
  }

  search(tenant: TenantId, { sparse, dense, limit, documentIds, frequenciesOf }: StoreQuery): PackedAnswer {
    const { spaces, segments, points, documents } = this.tables;
    const hits = new Hits(points, documents);
    const lists: PackedList[] = [];
    let frequencies: Uint32Array = new Uint32Array(0);
    for (const kind of POINT_KINDS) {
      const space = spaces.find(tenant, kind);
      const places = new Places(segments.of(space));
      const among = documentIds && points.numbersOfDocuments(space, documentIds);
      if (sparse) {
        const found = this.sparse.search(space, places, sparse);
        keepOnly(places, among, found.scores);
        const ranked: Ranked = best(found.scores, limit).map((place) => [places.numberAt(place), found.scores[place]!]);
        lists.push(hits.list('sparse', kind, space, ranked));
        if (kind === 'passage' && frequenciesOf)
          frequencies = frequenciesOf.map((term) => found.frequencies[sparse.indices.indexOf(term)] ?? 0);
      }
      if (dense) lists.push(hits.list('dense', kind, space, this.dense.search(space, places, dense, limit, among)));
    }
    return { lists, ...hits.packed(), passages: spaces.find(tenant, 'passage').points, frequencies };
  }
}

/** IDF counts all points; only then may scores of those that are filtered out, or gone, be dropped. */
function keepOnly(places: Places, among: readonly number[] | undefined, scores: Float64Array): void {
  const kept = among && places.only(among);
  for (let place = 0; place < scores.length; place++) if (kept ? !kept[place] : places.gone[place]) scores[place] = 0;
}
