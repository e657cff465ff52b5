/** A kind of note: its fields, and the one card that each of its notes has. */
export interface AnkiNoteType {
  /** Fixed for ever: Anki knows a kind of note by it, and a second import adds to the first. */
  readonly id: number;
  readonly name: string;
  /** 0: a front and a back; 1: a cloze. */
  readonly type: 0 | 1;
  readonly fields: readonly string[];
  readonly front: string;
  readonly back: string;
}

const EXPLAINED = '<div class="explanation">{{Explanation}}</div>\n<div class="source">{{Source}}</div>';

/** Choices, true or false, short answers: the options stand on the front, where there are any. */
export const QUESTION_NOTE = {
  id: 1_731_846_201,
  name: 'Lectern question',
  type: 0,
  fields: ['Question', 'Options', 'Answer', 'Explanation', 'Source'],
  front: '<div class="question">{{Question}}</div>\n{{Options}}',
  back: `{{FrontSide}}\n<hr id="answer">\n<div class="answer">{{Answer}}</div>\n${EXPLAINED}`,
} as const satisfies AnkiNoteType;

export const CLOZE_NOTE = {
  id: 1_731_846_202,
  name: 'Lectern cloze',
  type: 1,
  fields: ['Text', 'Explanation', 'Source'],
  front: '<div class="question">{{cloze:Text}}</div>',
  back: `<div class="question">{{cloze:Text}}</div>\n<hr id="answer">\n${EXPLAINED}`,
} as const satisfies AnkiNoteType;

const CSS = `.card { font-family: sans-serif; font-size: 20px; text-align: center; color: black; background-color: white; }
.card ol { display: inline-block; text-align: left; }
.cloze { font-weight: bold; color: blue; }
.nightMode .cloze { color: lightblue; }
.explanation { margin-top: 1em; }
.source { margin-top: 1em; font-size: 14px; opacity: 0.7; }
`;

/** As `col.models` of schema 11 holds it, with `modified` in seconds. */
export function noteTypeJson({ id, name, type, fields, front, back }: AnkiNoteType, modified: number): Record<string, unknown> {
  return {
    id,
    name,
    type,
    mod: modified,
    usn: -1,
    sortf: 0,
    did: null,
    tmpls: [{ name: 'Card 1', ord: 0, qfmt: front, afmt: back, bqfmt: '', bafmt: '', did: null }],
    flds: fields.map((field, ord) => ({ name: field, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] })),
    css: CSS,
    latexPre: '',
    latexPost: '',
    // a card is made where its first field holds something
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
}
