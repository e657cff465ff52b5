import { Injectable, type ArgumentMetadata, type PipeTransform, type Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { AppError } from '@lectern/platform';
import { UNREAD_BODY } from './json-body';

/** Nothing in the API nests deeper; what does is refused before recursive code walks it. */
const MAX_DEPTH = 8;

type Fields = Record<string, unknown>;

/**
 * Bodies and queries as their DTO classes. Only the fields that the class declares (with a validator) are taken out of what was sent, so
 * unknown fields are ignored whatever they hold; then they are transformed and validated.
 * @throws AppError `VALIDATION_FAILED` naming the field, `UNSUPPORTED_MEDIA_TYPE` where a body is not JSON
 */
@Injectable()
export class DtoPipe implements PipeTransform {
  private readonly declared = new WeakMap<Type, string[]>();

  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (value === UNREAD_BODY) throw new AppError('UNSUPPORTED_MEDIA_TYPE', 'The body must be JSON, with Content-Type: application/json.');
    if (!metatype || (type !== 'body' && type !== 'query')) return value;
    const fields = this.fieldsOf(metatype);
    if (fields.length === 0) return value;

    const dto = plainToInstance(metatype, pick(asObject(value ?? {}), fields)) as object;
    const [error] = validateSync(dto, { stopAtFirstError: true, forbidUnknownValues: true });
    if (error) throw new AppError('VALIDATION_FAILED', messageOf(error));
    return dto;
  }

  private fieldsOf(dto: Type): string[] {
    let fields = this.declared.get(dto);
    if (!fields) {
      const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
      this.declared.set(dto, (fields = [...new Set(rules.map((rule) => rule.propertyName))]));
    }
    return fields;
  }
}

function asObject(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('VALIDATION_FAILED', 'The body must be a JSON object.');
  }
  return value as Fields;
}

function pick(sent: Fields, fields: readonly string[]): Fields {
  const picked: Fields = {};
  for (const field of fields) {
    if (!Object.hasOwn(sent, field)) continue;
    if (!isShallow(sent[field])) throw new AppError('VALIDATION_FAILED', `${field} is nested too deeply.`);
    picked[field] = sent[field];
  }
  return picked;
}

/** Level by level, without recursion: the depth is the sender's choice. */
function isShallow(value: unknown): boolean {
  let level = [value];
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    level = level.filter((item) => typeof item === 'object' && item !== null).flatMap((item) => Object.values(item as object));
    if (level.length === 0) return true;
  }
  return false;
}

/** The first thing that is wrong, beginning with the path of its field. */
function messageOf(error: ValidationError, path = ''): string {
  const field = path + error.property;
  const child = error.children?.[0];
  if (child) return messageOf(child, `${field}.`);
  const message = Object.values(error.constraints ?? {})[0] ?? `${error.property} is not valid`;
  return message.startsWith(error.property) ? `${path}${message}.` : `${field}: ${message}.`;
}
