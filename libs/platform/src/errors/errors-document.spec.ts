import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorsDocument } from './errors-document';

describe('docs/errors.md', () => {
  it('is what the table of codes says (npm run docs:errors)', () => {
    expect(readFileSync(join(__dirname, '../../../../docs/errors.md'), 'utf8')).toBe(errorsDocument());
  });
});
