import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig, Logger, PlatformModule } from '@lectern/platform';
import { RetrievalModule } from '@lectern/retrieval';
import { EvidenceFinder } from './evidence';
import { ExtractiveQuestionModel } from './extractive/extractive.question-model';
import { PageFinder } from './page-finder';
import { QuestionModel } from './question-model';
import { QuestionSetService } from './question-set.service';
import { QuestionSetStore } from './question-set.store';

function createQuestionModel({ generation }: AppConfig): QuestionModel {
  switch (generation.providers[0] ?? 'extractive') {
    case 'extractive':
      return new ExtractiveQuestionModel();
  }
}

@Module({
  imports: [PlatformModule, RetrievalModule],
  providers: [
    EvidenceFinder,
    PageFinder,
    QuestionSetStore,
    QuestionSetService,
    { provide: QuestionModel, useFactory: createQuestionModel, inject: [AppConfig] },
  ],
  exports: [QuestionSetService],
})
export class GenerationModule implements OnApplicationBootstrap {
  constructor(
    private readonly model: QuestionModel,
    private readonly logger: Logger,
  ) {}

  /** Beside the start, not before it: the first learner waits for nothing, and neither does the port. */
  onApplicationBootstrap(): void {
    this.model.warmUp().catch((error: unknown) => this.logger.warn({ error }, 'The question model could not be warmed up'));
  }
}
