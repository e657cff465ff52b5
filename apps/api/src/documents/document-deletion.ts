import { DerivedEntries, LibraryEpoch } from '@lectern/caching';
import { DocumentLibrary } from '@lectern/ingestion';
import type { TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { receiptView, type ReceiptView } from './document.view';

/** Deletes a document and says what went with it, the cached answers that nobody can reach any more among it. */
@Injectable()
export class DocumentDeletion {
  constructor(
    private readonly library: DocumentLibrary,
    private readonly epochs: LibraryEpoch,
    private readonly derived: DerivedEntries,
  ) {}

  async delete(tenant: TenantId, id: string, signal: AbortSignal): Promise<ReceiptView> {
    const epoch = await this.epochs.current(tenant);
    const receipt = await this.library.delete(tenant, id, signal);
    return receiptView(receipt, await this.derived.count(tenant, epoch));
  }
}
