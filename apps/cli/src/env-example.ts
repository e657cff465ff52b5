import { writeFileSync } from 'node:fs';
import { envExample } from '@lectern/platform';

writeFileSync('.env.example', envExample());
