import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DocumentIntake, fingerprintOf, IdempotencyKeys, type AcceptedDocument, type ReceivedFile } from '@lectern/ingestion';
import { AppConfig, AppError, BlobStore, type TenantId } from '@lectern/platform';
import { viewOf } from './document.view';
import { discardFiles, receiveFiles } from './upload';

interface Answer {
  status: number;
  body: unknown;
}

/** An upload from its first byte to its answer. */
@Injectable()
export class UploadService {
  constructor(
    private readonly intake: DocumentIntake,
    private readonly keys: IdempotencyKeys,
    private readonly blobs: BlobStore,
    private readonly config: AppConfig,
  ) {}

  async receive(tenant: TenantId, request: Request, key: string | undefined): Promise<Answer> {
    if (key === undefined) return this.withFiles(request, (files) => this.accept(tenant, files));
    const claim = await this.keys.claim(tenant, key);
    try {
      return await this.withFiles(request, async (files) => {
        const fingerprint = fingerprintOf(files.map(({ blob }) => blob.sha256));
        const stored = claim.replay(fingerprint);
        if (stored) return stored;
        const answer = await this.accept(tenant, files);
        await claim.complete(fingerprint, answer);
        return answer;
      });
    } catch (error) {
      await claim.release();
      throw error;
    }
  }

  private async accept(tenant: TenantId, files: readonly ReceivedFile[]): Promise<Answer> {
    const accepted = await this.intake.accept(tenant, files);
    const views = accepted.map(({ document, duplicate }: AcceptedDocument) => viewOf(document, duplicate));
    const status = accepted.every(({ duplicate }) => duplicate) ? 200 : 202;
    return { status, body: views.length === 1 ? views[0] : { documents: views } };
  }

  /** What is not kept by the end of `work` is forgotten. An upload may take longer than other requests; it ends when the client goes away. */
  private async withFiles(request: Request, work: (files: readonly ReceivedFile[]) => Promise<Answer>): Promise<Answer> {
    const gone = new AbortController();
    request.once('close', () => {
      if (!request.complete) gone.abort(new AppError('CLIENT_CLOSED_REQUEST', 'The client went away before the upload was whole.'));
    });
    const files = await receiveFiles(request, this.blobs, this.config.storage.maxUploadBytes, gone.signal);
    try {
      return await work(files);
    } finally {
      await discardFiles(files);
    }
  }
}
