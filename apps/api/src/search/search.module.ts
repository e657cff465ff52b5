import { Module } from '@nestjs/common';
import { RetrievalModule } from '@lectern/retrieval';
import { TenancyModule } from '@lectern/tenancy';
import { SearchController } from './search.controller';

@Module({ imports: [RetrievalModule, TenancyModule], controllers: [SearchController] })
export class SearchModule {}
