import type { FixedWords } from '../fixed-words';
import { markup } from '../markup';
import { aroundBlank, type PlainQuestion } from '../plain-question';
import { CLOZE_NOTE, QUESTION_NOTE, type AnkiNoteType } from './anki-note-types';
import { ankiText } from './anki-text';

/** A note before it is a row. */
export interface AnkiNote {
  /** What Anki knows a note by: importing it again changes it, and keeps how well it is known. */
  readonly guid: string;
  readonly noteType: AnkiNoteType;
  /** HTML, one for each field of the type. */
  readonly fields: readonly string[];
  /** The first field as text: notes are sorted and compared by it. */
  readonly firstText: string;
  readonly tags: readonly string[];
}

export function ankiNote(question: PlainQuestion, fixed: FixedWords): AnkiNote {
  const { id: guid, stem, answer, explanation, sources, difficulty, bloom_level } = question;
  const tags = [difficulty, bloom_level];
  const explained = [explanation, sources.join('; ')].map((text) => ankiText(text).source);
  const gap = question.type === 'cloze' ? aroundBlank(stem) : undefined;
  if (gap) {
    const [before, after] = gap;
    const text = `${ankiText(before).source}{{c1::${ankiText(answer).source}}}${ankiText(after).source}`;
    return {
      guid,
      noteType: CLOZE_NOTE,
      fields: [text, ...explained],
      firstText: `${before}{{c1::${answer}}}${after}`.normalize('NFC'),
      tags,
    };
  }
  const firstText = (question.type === 'true_false' ? `${fixed.trueOrFalse}${stem}` : stem).normalize('NFC');
  const fields = [ankiText(firstText).source, optionsOf(question), ankiText(shownAnswer(question, fixed)).source, ...explained];
  return { guid, noteType: QUESTION_NOTE, fields, firstText, tags };
}

function optionsOf({ options }: PlainQuestion): string {
  if (options.length === 0) return '';
  return markup`<ol type="A">${options.map(({ text }) => markup`<li>${ankiText(text)}</li>`)}</ol>`.source;
}

function shownAnswer({ type, answer, options }: PlainQuestion, fixed: FixedWords): string {
  if (type === 'true_false') return answer === 'true' ? fixed.true : fixed.false;
  const key = options.find(({ right }) => right);
  return key ? `${key.letter}) ${key.text}` : answer;
}
