import { type LanguageModel } from './language-model';

/** Those that are configured, the first asked first; none where there is no key. */
export abstract class LanguageModels {
  abstract readonly models: readonly LanguageModel[];
}
