import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { VISIBLE_STATUSES } from '@lectern/ingestion';
import { WholeNumber } from '../http/fields';

export class ListDocumentsQuery {
  @IsOptional()
  @WholeNumber(1, 100)
  limit?: number;

  @IsOptional()
  @IsUUID(undefined, { message: 'cursor must be the `next_cursor` of the page before' })
  cursor?: string;

  @IsOptional()
  @IsIn(VISIBLE_STATUSES, { message: `status must be one of ${VISIBLE_STATUSES.join(', ')}` })
  status?: (typeof VISIBLE_STATUSES)[number];
}

export class TextQuery {
  @IsOptional()
  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  start?: number;

  @IsOptional()
  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  end?: number;
}
