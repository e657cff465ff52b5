import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { DIFFICULTIES, QUESTION_TYPES, type Difficulty, type QuestionRequest, type QuestionType } from '@lectern/generation';
import type { DocumentId } from '@lectern/platform';
import { canonicalRequest, GenerateQuestionsDto } from '../chat/generate-questions.dto';
import { PlainText, WholeNumber } from '../http/fields';

export class CreateQuestionSetDto extends GenerateQuestionsDto {
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(QUESTION_TYPES, { each: true, message: `types must be some of ${QUESTION_TYPES.join(', ')}` })
  types?: QuestionType[] | null;

  @IsOptional()
  @IsIn(DIFFICULTIES, { message: `difficulty must be one of ${DIFFICULTIES.join(', ')}` })
  difficulty?: Difficulty | null;

  @IsOptional()
  @Matches(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, { message: 'language must be a language tag such as en or pt-BR' })
  language?: string | null;

  @IsOptional()
  @PlainText(1024)
  filename?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(1000)
  @IsString({ each: true, message: 'document_ids must be a list of ids' })
  document_ids?: string[] | null;

  @IsOptional()
  @WholeNumber(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)
  seed?: number | null;
}

export class GradeDto {
  @IsObject({ message: 'answers must be an object of question id to answer' })
  answers!: Record<string, unknown>;
}

export class ExportQuery {
  @IsOptional()
  @PlainText(32)
  format?: string;
}

export function requestOf(dto: CreateQuestionSetDto): QuestionRequest {
  return {
    ...canonicalRequest(dto),
    ...(dto.types && { types: dto.types }),
    ...(dto.difficulty && { difficulty: dto.difficulty }),
    ...(dto.language && { language: dto.language }),
    ...(typeof dto.filename === 'string' && { filename: dto.filename }),
    ...(dto.document_ids && { documentIds: dto.document_ids as DocumentId[] }),
    ...(typeof dto.seed === 'number' && { seed: dto.seed }),
  };
}
