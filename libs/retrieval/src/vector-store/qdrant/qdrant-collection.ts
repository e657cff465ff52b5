import { signatureLine, type EmbeddingSignature } from '@lectern/embedding';
import { AppError, untilAborted } from '@lectern/platform';
import { type Schemas } from '@qdrant/js-client-rest';
import { READ_SECONDS, WRITE_SECONDS, type QdrantConnection } from './qdrant-connection';
import { QdrantFault } from './qdrant-fault';
import { collectionOf, DENSE, PAYLOAD_INDEXES, SCHEMA_VERSION } from './qdrant-schema';

/** The first with an IDF per tenant. */
const OLDEST_SERVER = [1, 19] as const;
/** For all that is asked to open a collection; making one and its indexes takes a second on a slow disk. */
const OPENING_MS = 60_000;

/**
 * The collection behind an alias: made where there is none, checked where there is one, both when it is first used, since the
 * server may be away when the process starts. The points are reached by the collection's own name: a process of an older
 * signature must not write through an alias that has been moved to a newer one's.
 */
export class QdrantCollection {
  private opened: Promise<string> | undefined;

  constructor(
    private readonly connection: QdrantConnection,
    private readonly alias: string,
    private readonly signature: EmbeddingSignature,
  ) {}

  /** Does `work` on the collection; once more if that has vanished, on the one that the alias has then. */
  async use<Result>(work: (collection: string) => Promise<Result>, signal: AbortSignal): Promise<Result> {
    const opened = (this.opened ??= this.open());
    try {
      return await work(await untilAborted(opened, signal));
    } catch (error) {
      if (!(error instanceof QdrantFault && error.status === 404)) throw error;
      if (this.opened === opened) this.opened = undefined;
      return work(await untilAborted((this.opened ??= this.open()), signal));
    }
  }

  /**
   * Lets `fill` write a new version while the one before serves, moves the alias to it in one step, and drops all others. A
   * process that still works on one of those finds it gone, and asks the alias.
   */
  async replace(fill: (collection: string) => Promise<void>, signal: AbortSignal): Promise<void> {
    const next = `${this.alias}_v${Math.max(0, ...(await this.versions(signal)).values()) + 1}`;
    await this.create(next, signal);
    await this.verify(next, signal);
    await fill(next);
    await this.point(next, signal);
    this.opened = undefined;
    for (const collection_name of (await this.versions(signal)).keys()) {
      if (collection_name === next) continue;
      const request = { collection_name, timeout: WRITE_SECONDS };
      await this.connection.call((api, init) => api.deleteCollection(request, init), signal, WRITE_SECONDS);
    }
  }

  private async versions(signal: AbortSignal): Promise<Map<string, number>> {
    const { collections } = await this.connection.call((api, init) => api.getCollections({}, init), signal);
    const prefix = `${this.alias}_v`;
    const own = collections.filter(({ name }) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)));
    return new Map(own.map(({ name }) => [name, Number(name.slice(prefix.length))]));
  }

  /** One opening serves all who wait, so no single caller's signal ends it; after a failure the next call tries again. */
  private open(): Promise<string> {
    const opening = this.openNow(AbortSignal.timeout(OPENING_MS));
    opening.catch(() => {
      if (this.opened === opening) this.opened = undefined;
    });
    return opening;
  }

  private async openNow(signal: AbortSignal): Promise<string> {
    const [server, { aliases }] = await Promise.all([
      this.connection.call(async (api, init) => ({ data: { result: (await api.root({}, init)).data } }), signal),
      this.connection.call((api, init) => api.getCollectionsAliases({}, init), signal),
    ]);
    assertVersion(server.version);
    const known = aliases.find(({ alias_name }) => alias_name === this.alias)?.collection_name;
    if (known !== undefined) {
      await this.verify(known, signal);
      return known;
    }
    const first = `${this.alias}_v1`;
    await this.create(first, signal);
    await this.verify(first, signal);
    await this.point(first, signal);
    return first;
  }

  /** Several processes may do it at once: those who come late find it there, and compare. */
  private async create(collection_name: string, signal: AbortSignal): Promise<void> {
    const body = collectionOf(this.signature, this.metadata());
    const timeout = WRITE_SECONDS;
    await this.connection
      .call((api, init) => api.createCollection({ collection_name, timeout, ...body }, init), signal, WRITE_SECONDS)
      .catch((error: unknown) => {
        if (!(error instanceof QdrantFault && error.status === 409)) throw error;
      });
  }

  private async verify(collection_name: string, signal: AbortSignal): Promise<void> {
    const { config, payload_schema } = await this.connection.call((api, init) => api.getCollection({ collection_name }, init), signal);
    this.assertOwn(config);
    for (const [field_name, field_schema] of Object.entries(PAYLOAD_INDEXES)) {
      if (field_name in payload_schema) continue;
      const request = { collection_name, wait: true, timeout: WRITE_SECONDS, field_name, field_schema };
      await this.connection.call((api, init) => api.createFieldIndex(request, init), signal, WRITE_SECONDS);
    }
  }

  private assertOwn({ metadata, params }: Schemas['CollectionConfig']): void {
    const own = this.metadata();
    const size = (params.vectors as Record<string, Schemas['VectorParams']> | undefined)?.[DENSE]?.size;
    if (metadata?.signature === own.signature && metadata?.schema === own.schema && size === this.signature.dimension) return;
    const theirs = metadata?.signature ? `${String(metadata.signature)} (schema ${String(metadata.schema)})` : 'no signature';
    throw new AppError(
      'EMBEDDING_MISMATCH',
      `The collection ${this.alias} holds vectors of ${theirs}, and this process makes those of ${own.signature} (schema ${own.schema}): ` +
        'choose the model that it was made with, make it anew with `npm run reindex`, or name another QDRANT_COLLECTION.',
    );
  }

  private async point(collection_name: string, signal: AbortSignal): Promise<void> {
    // in one request, so that the alias is never away
    const actions = [{ delete_alias: { alias_name: this.alias } }, { create_alias: { collection_name, alias_name: this.alias } }];
    await this.connection.call((api, init) => api.updateAliases({ timeout: READ_SECONDS, actions }, init), signal);
  }

  private metadata() {
    return { signature: signatureLine(this.signature), schema: SCHEMA_VERSION };
  }
}

function assertVersion(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > OLDEST_SERVER[0] || (major === OLDEST_SERVER[0] && minor >= OLDEST_SERVER[1])) return;
  throw new QdrantFault(400, `Qdrant ${OLDEST_SERVER.join('.')} or newer is needed, and the server is ${version}`);
}
