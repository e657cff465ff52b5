import type { EvidencePassage, QuestionCandidate } from '../question-model';
import { answerLeakageCheck } from './answer-leakage.check';
import { cleanlinessCheck } from './cleanliness.check';
import { distractorsCheck } from './distractors.check';
import { groundedCheck } from './grounded.check';
import { instructionsCheck } from './instructions.check';
import { keyCheck } from './key.check';
import { languageCheck } from './language.check';
import type { CheckName, QuestionCheck } from './question-check';
import { schemaCheck } from './schema.check';

/** In the order in which they look: each may take for granted what the ones before it saw. */
const CHECKS: readonly QuestionCheck[] = [
  schemaCheck,
  groundedCheck,
  keyCheck,
  instructionsCheck,
  answerLeakageCheck,
  distractorsCheck,
  cleanlinessCheck,
  languageCheck,
];

/** The first check that a candidate does not pass. */
export function failedCheck(candidate: QuestionCandidate, evidence: readonly EvidencePassage[]): CheckName | undefined {
  const passage = evidence[candidate.passage];
  if (!passage) return 'schema';
  return CHECKS.find((check) => !check.passes(candidate, passage))?.name;
}
