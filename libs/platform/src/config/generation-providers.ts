import { listOf } from './list-of';
import { type Settings } from './settings';

/** Who makes questions. */
export type GenerationProvider =
  | { name: 'gemini'; apiKey: string; model: string; baseUrl: string | undefined }
  | { name: 'together'; apiKey: string | undefined; model: string; baseUrl: string | undefined }
  | { name: 'extractive' };

const KNOWN = ['gemini', 'together', 'extractive'] as const;
const MUST_BE = `must be a comma list of ${KNOWN.join(', ')}`;

export function generationProvidersOf(settings: Settings): GenerationProvider[] {
  return namesOf(settings).map((name) => providerOf(name, settings));
}

/** What is wrong with who is named, or missing beside them. */
export function generationProblems(settings: Settings): string[] {
  const problems: string[] = [];
  const providers = namesOf(settings);
  for (const provider of providers)
    if (!KNOWN.includes(provider)) problems.push(`GENERATION_PROVIDERS names "${provider}", and ${MUST_BE}`);
  if (providers.length === 0) problems.push(`GENERATION_PROVIDERS names nobody, and ${MUST_BE}`);
  if (providers.includes('gemini') && !settings.GOOGLE_API_KEY)
    problems.push('GOOGLE_API_KEY is not set, and gemini in GENERATION_PROVIDERS needs it: a key of the Gemini API');
  if (providers.includes('together') && !settings.TOGETHER_API_KEY && !settings.TOGETHER_BASE_URL)
    problems.push(
      'TOGETHER_API_KEY is not set, and together in GENERATION_PROVIDERS needs it: set it, or TOGETHER_BASE_URL to a server of your own',
    );
  if (settings.RETRIEVAL_MULTI_QUERY === 'model' && !providers.some((provider) => provider === 'gemini' || provider === 'together'))
    problems.push('RETRIEVAL_MULTI_QUERY is model, and needs one: set GOOGLE_API_KEY, TOGETHER_API_KEY or TOGETHER_BASE_URL');
  return problems;
}

/** As named, or those with a key and the rules behind them. */
function namesOf({
  GENERATION_PROVIDERS: named,
  GOOGLE_API_KEY,
  TOGETHER_API_KEY,
  TOGETHER_BASE_URL,
}: Settings): GenerationProvider['name'][] {
  if (named !== undefined) return [...new Set(listOf(named))] as GenerationProvider['name'][];
  return [
    ...(GOOGLE_API_KEY ? ['gemini' as const] : []),
    ...(TOGETHER_API_KEY || TOGETHER_BASE_URL ? ['together' as const] : []),
    'extractive',
  ];
}

function providerOf(name: GenerationProvider['name'], settings: Settings): GenerationProvider {
  switch (name) {
    case 'gemini':
      return { name, apiKey: settings.GOOGLE_API_KEY!, model: settings.GEMINI_MODEL, baseUrl: settings.GEMINI_BASE_URL };
    case 'together':
      return { name, apiKey: settings.TOGETHER_API_KEY, model: settings.TOGETHER_MODEL, baseUrl: settings.TOGETHER_BASE_URL };
    case 'extractive':
      return { name };
  }
}
