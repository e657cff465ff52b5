import { AppConfig, type GenerationProvider, Logger, Metrics, PlatformModule } from '@lectern/platform';
import { Module } from '@nestjs/common';
import { GeminiLanguageModel } from './gemini.language-model';
import { type LanguageModel } from './language-model';
import { LanguageModels } from './language-models';
import { ResilientLanguageModel, type Outcome } from './resilient.language-model';
import { TogetherLanguageModel } from './together.language-model';

/** Some five questions take a large model 3 to 8 s. */
const DEADLINE_MS = 12_000;
const BACKOFF_MS = 250;

function createLanguageModels({ generation }: AppConfig, metrics: Metrics, logger: Logger): LanguageModels {
  const requests = metrics.counter('language_model_requests_total', 'Requests to a question model, by what became of them', [
    'provider',
    'outcome',
  ]);
  const tokens = metrics.counter('language_model_tokens_total', 'Tokens of prompts and answers', ['provider']);
  const resilient = (inner: LanguageModel) => {
    const named = { provider: inner.name, model: inner.model };
    const observe = (outcome: Outcome, used: number, error?: unknown) => {
      requests.inc({ provider: inner.name, outcome });
      tokens.inc({ provider: inner.name }, used);
      if (outcome !== 'ok' && outcome !== 'forbidden') logger.warn({ ...named, error }, 'The question model gave no answer');
    };
    const onForbidden = (error: unknown) =>
      logger.error({ ...named, error }, 'The question model refuses its key or is not there; it rests');
    return new ResilientLanguageModel(inner, { deadlineMs: DEADLINE_MS, backoffMs: BACKOFF_MS, observe, onForbidden });
  };
  return {
    models: generation.providers.filter((provider) => provider.name !== 'extractive').map((provider) => resilient(adapterOf(provider))),
  };
}

function adapterOf(provider: Exclude<GenerationProvider, { name: 'extractive' }>): LanguageModel {
  switch (provider.name) {
    case 'gemini':
      return new GeminiLanguageModel(provider);
    case 'together':
      return new TogetherLanguageModel(provider);
  }
}

@Module({
  imports: [PlatformModule],
  providers: [{ provide: LanguageModels, useFactory: createLanguageModels, inject: [AppConfig, Metrics, Logger] }],
  exports: [LanguageModels],
})
export class LanguageModelModule {}
