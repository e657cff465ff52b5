import { writeFileSync } from 'node:fs';
import { errorsDocument } from '@lectern/platform';

writeFileSync('docs/errors.md', errorsDocument());
