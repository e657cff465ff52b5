import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CachingModule } from '@lectern/caching';
import { EmbeddingModule } from '@lectern/embedding';
import { LanguageModelModule, LanguageModels } from '@lectern/language-model';
import { AppConfig, type GenerationProvider, Logger, PlatformModule } from '@lectern/platform';
import { RetrievalModule } from '@lectern/retrieval';
import { EvidenceFinder } from './evidence';
import { ExtractiveQuestionModel } from './extractive/extractive.question-model';
import { Meanings } from './meanings';
import { PageFinder } from './page-finder';
import { PromptedQuestionModel } from './prompted/prompted.question-model';
import { QuestionLadder } from './question-ladder';
import type { QuestionModel } from './question-model';
import { QuestionSetService } from './question-set.service';
import { QuestionSetStore } from './question-set.store';
import { SetMaker } from './set-maker';
import { TokenQuota } from './token-quota';

function createQuestionLadder({ generation }: AppConfig, { models }: LanguageModels, meanings: Meanings): QuestionLadder {
  const rungOf = ({ name }: GenerationProvider): QuestionModel => {
    const model = models.find((one) => one.name === name);
    return model ? new PromptedQuestionModel(model, meanings) : new ExtractiveQuestionModel();
  };
  return { rungs: generation.providers.map(rungOf) };
}

@Module({
  imports: [PlatformModule, CachingModule, EmbeddingModule, LanguageModelModule, RetrievalModule],
  providers: [
    EvidenceFinder,
    Meanings,
    PageFinder,
    QuestionSetStore,
    QuestionSetService,
    SetMaker,
    TokenQuota,
    { provide: QuestionLadder, useFactory: createQuestionLadder, inject: [AppConfig, LanguageModels, Meanings] },
  ],
  exports: [QuestionLadder, QuestionSetService],
})
export class GenerationModule implements OnApplicationBootstrap {
  constructor(
    private readonly ladder: QuestionLadder,
    private readonly logger: Logger,
  ) {}

  /** Beside the start, not before it: the first learner waits for nothing, and neither does the port. */
  onApplicationBootstrap(): void {
    for (const model of this.ladder.rungs)
      model.warmUp().catch((error: unknown) => this.logger.warn({ error, model: model.name }, 'A question model could not be warmed up'));
  }
}
