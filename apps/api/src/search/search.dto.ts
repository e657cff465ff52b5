import { ArrayMaxSize, ArrayMinSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';
import { PlainText, WholeNumber } from '../http/fields';

/** Longer than any question; a pasted page still fits. */
const LONGEST_QUERY = 32_768;
const LONGEST_NAME = 1024;
const MOST_DOCUMENTS = 1000;

export class SearchDto {
  @PlainText(LONGEST_QUERY)
  query!: string;

  @IsOptional()
  @WholeNumber(1, 100)
  limit?: number;

  @IsOptional()
  @PlainText(LONGEST_NAME)
  filename?: string;

  @IsOptional()
  @IsArray({ message: 'document_ids must be a list of document ids' })
  @ArrayMinSize(1, { message: 'document_ids must name at least one document, or be left out' })
  @ArrayMaxSize(MOST_DOCUMENTS)
  @IsString({ each: true, message: 'document_ids must be a list of document ids' })
  @MaxLength(LONGEST_NAME, { each: true })
  document_ids?: string[];
}
