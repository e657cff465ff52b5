import { AppError } from '@lectern/platform';
import { Module, type OnModuleInit } from '@nestjs/common';
import { RetrievalModule } from './retrieval.module';
import { VectorStore } from './vector-store/vector-store';

/** How long a start waits for the store. */
const PATIENCE_MS = 5_000;

/** For processes that serve: an index of another embedding model stops their start. A store that is away does not, since every call asks it again. */
@Module({ imports: [RetrievalModule] })
export class IndexCheckModule implements OnModuleInit {
  constructor(private readonly store: VectorStore) {}

  async onModuleInit(): Promise<void> {
    await this.store.ping(AbortSignal.timeout(PATIENCE_MS)).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'EMBEDDING_MISMATCH') throw error;
    });
  }
}
