import { Module } from '@nestjs/common';
import { GenerationModule } from '@lectern/generation';
import { TenancyModule } from '@lectern/tenancy';
import { QuestionMetrics } from './question-metrics';
import { QuestionSetsController } from './question-sets.controller';

@Module({
  imports: [GenerationModule, TenancyModule],
  controllers: [QuestionSetsController],
  providers: [QuestionMetrics],
  exports: [QuestionMetrics],
})
export class QuestionSetsModule {}
