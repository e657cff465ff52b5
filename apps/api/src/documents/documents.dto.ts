import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { VISIBLE_STATUSES } from '@lectern/ingestion';
import { WholeNumber } from '../http/fields';

export class ListDocumentsQuery {
  @ApiPropertyOptional({ type: Number, default: 20, minimum: 1, maximum: 100 })
  @IsOptional()
  @WholeNumber(1, 100)
  limit?: number;

  @ApiPropertyOptional({ description: '`next_cursor` of the page before' })
  @IsOptional()
  @IsUUID(undefined, { message: 'cursor must be the `next_cursor` of the page before' })
  cursor?: string;

  @ApiPropertyOptional({ enum: VISIBLE_STATUSES })
  @IsOptional()
  @IsIn(VISIBLE_STATUSES, { message: `status must be one of ${VISIBLE_STATUSES.join(', ')}` })
  status?: (typeof VISIBLE_STATUSES)[number];
}

export class TextQuery {
  @ApiPropertyOptional({ type: Number, default: 0, minimum: 0 })
  @IsOptional()
  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  start?: number;

  @ApiPropertyOptional({ type: Number, minimum: 0, description: 'default: as far as one call reaches' })
  @IsOptional()
  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  end?: number;
}
