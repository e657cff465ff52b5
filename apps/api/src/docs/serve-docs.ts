import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './openapi';

/** `/docs`: Swagger UI; `/docs/openapi.json`: the document itself. */
export function serveDocs(app: NestExpressApplication): void {
  SwaggerModule.setup('docs', app, openApiDocument(), {
    jsonDocumentUrl: 'docs/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Lectern API',
  });
}
