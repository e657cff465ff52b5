import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';

/** A whole number within bounds: `5`, `5.0` or `"5"`, and nothing that merely looks like it (`true`, `"1.5"`, `[5]`). */
export function WholeNumber(minimum: number, maximum: number): PropertyDecorator {
  return applyDecorators(
    // 15 digits: whatever has more is no safe integer
    Transform(({ value }) => (typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value)),
    ValidateBy({
      name: 'wholeNumber',
      validator: {
        validate: (value) => Number.isSafeInteger(value) && value >= minimum && value <= maximum,
        defaultMessage: (rule) => `${rule?.property} must be a whole number from ${minimum} to ${maximum}`,
      },
    }),
  );
}

/** Text as people write it: no NUL, no half of a surrogate pair (neither survives every store), at most `maxLength` UTF-16 units. */
export function PlainText(maxLength: number): PropertyDecorator {
  return ValidateBy({
    name: 'plainText',
    validator: {
      validate: (value) => typeof value === 'string' && value.length <= maxLength && !value.includes('\0') && value.isWellFormed(),
      defaultMessage: (rule) => `${rule?.property} must be text of at most ${maxLength} characters, without NUL and without broken Unicode`,
    },
  });
}
