export { type JsonSchema } from './json-schema';
export { estimatedTokens, LanguageModel, type Completion, type Prompt } from './language-model';
export { LanguageModelError } from './language-model-error';
export { LanguageModelModule } from './language-model.module';
export { LanguageModels } from './language-models';
export { listedObjects, outermostObjects } from './json-objects';
export { PromptTemplate } from './prompt-template';
export { isModelFailure } from './resilient.language-model';
