import { join } from 'node:path';
import { outermostObjects, PromptTemplate, type JsonSchema, type LanguageModel } from '@lectern/language-model';
import { Guard } from '@lectern/platform';
import { MOST_VARIANTS, QueryVariants } from './query-variants';

const TEMPLATE = new PromptTemplate(join(__dirname, '../prompts/query-variants.md'));
const SCHEMA: JsonSchema = { type: 'object', properties: { queries: { type: 'array', items: { type: 'string' } } }, required: ['queries'] };
/** A search that waits longer has lost more than it can win. */
const DEADLINE_MS = 2_500;
const MAX_TOKENS = 200;
const LONGEST_VARIANT = 300;

/** A query in other words, as a question model says them (query expansion by a large model, as in Wang and others 2023, "Query2doc"). */
export class ModelQueryVariants extends QueryVariants {
  private readonly guard = new Guard({ code: 'GENERATION_UNAVAILABLE', deadlineMs: DEADLINE_MS });

  constructor(private readonly model: LanguageModel) {
    super();
  }

  async of(query: string, signal: AbortSignal): Promise<string[]> {
    const prompt = { ...TEMPLATE.filled({ query, count: MOST_VARIANTS }), schema: SCHEMA, maxTokens: MAX_TOKENS, temperature: 0 };
    const { text } = await this.guard.run(signal, (until) => this.model.complete(prompt, until));
    const [{ queries } = { queries: [] }] = outermostObjects(text);
    const variants = (Array.isArray(queries) ? queries : [])
      .filter((variant) => typeof variant === 'string')
      .map((variant) => variant.replace(/\s+/gu, ' ').trim())
      .filter((variant) => variant !== '' && variant.length <= LONGEST_VARIANT && variant.toLowerCase() !== query.toLowerCase());
    return [...new Set(variants)].slice(0, MOST_VARIANTS);
  }
}
