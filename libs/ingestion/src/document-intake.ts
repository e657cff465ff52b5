import { Database, type StagedBlob, type TenantId } from '@lectern/platform';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { DocumentLibrary } from './document-library';
import type { DocumentRow } from './document-row';
import { VISIBLE_STATUSES } from './document-state';
import { displayName } from './file-names';
import { sniffDocument } from './parsing/sniff';

export interface ReceivedFile {
  filename: string | undefined;
  blob: StagedBlob;
}

export interface AcceptedDocument {
  document: DocumentRow;
  /** The tenant had these bytes already; this is the document that they are. */
  duplicate: boolean;
}

interface KnownFile extends ReceivedFile {
  name: string;
  mediaType: string;
}

/** Takes received files into a tenant's library: all of a request, or none of it. */
@Injectable()
export class DocumentIntake {
  constructor(
    private readonly database: Database,
    private readonly library: DocumentLibrary,
  ) {}

  /**
   * The row is committed before the job is enqueued: from then on the document ends `ready` or `failed`, whatever happens.
   * @throws AppError `UNSUPPORTED_TYPE`, `DOCUMENT_EMPTY`, `DOCUMENT_CORRUPT`, `DOCUMENT_ENCRYPTED`: what the first bytes tell
   */
  async accept(tenant: TenantId, files: readonly ReceivedFile[]): Promise<AcceptedDocument[]> {
    const known: KnownFile[] = [];
    for (const file of files) {
      const name = displayName(file.filename);
      known.push({ ...file, name, mediaType: (await sniffDocument(file.blob.path, name)).mediaType });
    }
    const accepted: AcceptedDocument[] = [];
    for (const file of known) accepted.push(await this.register(tenant, file));
    for (const { document, duplicate } of accepted) if (!duplicate) await this.library.enqueue(document);
    return accepted;
  }

  private async register(tenant: TenantId, file: KnownFile): Promise<AcceptedDocument> {
    for (;;) {
      const existing = await this.database.document.findFirst({
        where: { tenantId: tenant, sha256: file.blob.sha256, status: { in: [...VISIBLE_STATUSES] } },
      });
      if (existing) return { document: existing, duplicate: true };
      const document = await this.create(tenant, file);
      if (document) return { document, duplicate: false };
    }
  }

  /** Undefined where the same bytes came in meanwhile; the file is untouched then. */
  private async create(tenant: TenantId, { name, mediaType, blob }: KnownFile): Promise<DocumentRow | undefined> {
    const id = v7();
    try {
      return await this.database.$transaction(async (tx) => {
        const row = await tx.document.create({
          data: { id, tenantId: tenant, filename: name, mediaType, size: blob.size, sha256: blob.sha256 },
        });
        // last, and inside: a row without its file would be a lost document; a file without its row is swept up
        await blob.keep(id);
        return row;
      });
    } catch (error) {
      if ((error as { code?: string }).code === 'P2002') return undefined;
      throw error;
    }
  }
}
