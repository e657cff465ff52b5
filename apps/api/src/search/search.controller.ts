import { Body, Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { type Budget, type DocumentId, type TenantId } from '@lectern/platform';
import { RetrievalService } from '@lectern/retrieval';
import { Tenant, TenantGuard } from '@lectern/tenancy';
import { RequestBudget } from '../http/budget.decorator';
import { SearchDto } from './search.dto';
import { searchView, type SearchView } from './search.view';

@Controller('api/search')
@UseGuards(TenantGuard)
export class SearchController {
  constructor(private readonly retrieval: RetrievalService) {}

  /** The passages of the library that a query asks for, best first. */
  @Post()
  @HttpCode(200)
  async search(
    @Tenant() tenant: TenantId,
    @Body() { query, limit, filename, document_ids: documentIds }: SearchDto,
    @RequestBudget() budget: Budget,
  ): Promise<SearchView> {
    // null is the same as left out
    const scope = { filename: filename ?? undefined, documentIds: (documentIds as DocumentId[] | null | undefined) ?? undefined };
    return searchView(await this.retrieval.retrieve(tenant, { text: query, limit: limit ?? 10, ...scope }, budget.signal));
  }
}
