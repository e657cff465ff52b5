import { createHash } from 'node:crypto';
import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { fixedWordsOf, type FixedWords } from '../fixed-words';
import { aroundBlank, plainQuestion, type PlainQuestion } from '../plain-question';
import type { ExportableSet } from '../question-format';
import { readHtml, readUtf8, readZip } from '../read-back.contract';
import { hostileSets, SAMPLE_QUESTIONS, SAMPLE_SET } from '../sample-sets.contract';
import { ankiFormat } from './anki.format';

type Row = Record<string, unknown>;
interface Note extends Row {
  readonly model: NoteType;
  readonly fields: Readonly<Record<string, string>>;
  readonly count: number;
  /** The first field as text. */
  readonly first: string;
}
interface NoteType {
  readonly name: string;
  readonly type: number;
  readonly flds: readonly { readonly name: string }[];
  readonly tmpls: readonly { readonly qfmt: string; readonly afmt: string }[];
}

const shown = (html: string | undefined) => readHtml(html!).text;

/** The package as Anki opens it: a ZIP file, a map of media, a collection. */
async function readDeck(set: ExportableSet) {
  const files = await readZip(ankiFormat.write(set) as Uint8Array);
  const database = new SqliteDatabase(files.get('collection.anki2')!, { readonly: true });
  try {
    const rows = (sql: string) => database.prepare<[], Row>(sql).all();
    const [collection] = rows('SELECT * FROM col') as [Row];
    const models = JSON.parse(collection['models'] as string) as Record<string, NoteType>;
    const notes = rows('SELECT * FROM notes ORDER BY id').map((note) => {
      const model = models[String(note['mid'])]!;
      const fields = (note['flds'] as string).split('\u001f');
      const named = Object.fromEntries(model.flds.map(({ name }, i) => [name, fields[i]!]));
      return { ...note, model, fields: named, count: fields.length, first: shown(fields[0]) } as Note;
    });
    const decks = Object.values(JSON.parse(collection['decks'] as string) as Record<string, Row>);
    return {
      names: [...files.keys()],
      media: readUtf8(files.get('media')!),
      sound: database.pragma('integrity_check', { simple: true }),
      collection,
      models: Object.values(models),
      deck: decks.find(({ id }) => id !== 1)!,
      notes,
      cards: rows('SELECT * FROM cards ORDER BY id'),
    };
  } finally {
    database.close();
  }
}

/** Of Anki: a deletion ends at the first closing braces, and a hint begins at the first two colons. */
const deletions = (html: string) => [...html.matchAll(/\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}/gs)];

/** Anki keeps texts in this form. */
const nfc = (text: string) => text.normalize('NFC');

/** All that a note shows, and what it hides. */
const textsOf = ({ fields: { Question, Options, Answer, Text, Explanation, Source } }: Note) => ({
  asked: shown(Question ?? Text),
  hidden: deletions(Text ?? '').map(([, , hidden, hint]) => [shown(hidden), hint]),
  options: readHtml(Options ?? '')
    .all('li')
    .map(({ text }) => text),
  answer: shown(Answer ?? ''),
  explained: [shown(Explanation), shown(Source)],
});

function expected({ type, stem, answer, options, explanation, sources }: PlainQuestion, fixed: FixedWords): ReturnType<typeof textsOf> {
  const cloze = type === 'cloze';
  const key = options.find(({ right }) => right);
  const answers = { cloze: '', true_false: answer === 'true' ? fixed.true : fixed.false, short_answer: answer };
  const asked = type === 'true_false' ? `${fixed.trueOrFalse}${stem}` : stem;
  return {
    asked: nfc(cloze ? aroundBlank(stem)!.join(`{{c1::${answer}}}`) : asked),
    hidden: cloze ? [[nfc(answer), undefined]] : [],
    options: options.map(({ text }) => nfc(text)),
    answer: nfc(type === 'multiple_choice' ? `${key!.letter}) ${key!.text}` : answers[type]),
    explained: [explanation, sources.join('; ')].map(nfc),
  };
}

describe('ankiFormat', () => {
  it('is a collection of schema 11 and a list of no media, in a ZIP file', async () => {
    const { names, media, sound, collection } = await readDeck(SAMPLE_SET);
    expect(names).toEqual(['collection.anki2', 'media']);
    expect(JSON.parse(media)).toEqual({});
    expect(sound).toBe('ok');
    expect(collection['ver']).toBe(11);
  });

  it('has a deck named for the topic, which cannot nest by itself', async () => {
    expect((await readDeck(SAMPLE_SET)).deck['name']).toBe('Lectern::Canals & <seas>');
    expect((await readDeck({ ...SAMPLE_SET, topic: 'a::b:::c' })).deck['name']).toBe('Lectern::a:b:c');
    expect((await readDeck({ ...SAMPLE_SET, topic: null })).deck['name']).toBe('Lectern::Study questions');
  });

  it('gives each note the card that its type makes, new, in the order of the set', async () => {
    const { notes, cards, deck } = await readDeck(SAMPLE_SET);
    expect(notes.map(({ guid }) => guid)).toEqual(SAMPLE_QUESTIONS.map(({ id }) => id));
    expect(cards.map(({ nid, did, ord, type, queue, due }) => ({ nid, did, ord, type, queue, due }))).toEqual(
      notes.map(({ id }, i) => ({ nid: id, did: deck['id'], ord: 0, type: 0, queue: 0, due: i + 1 })),
    );
  });

  it('has note types whose templates name fields that there are', async () => {
    const { models } = await readDeck(SAMPLE_SET);
    expect(models.map(({ name, type }) => [name, type])).toEqual([
      ['Lectern question', 0],
      ['Lectern cloze', 1],
    ]);
    for (const { flds, tmpls } of models) {
      const fields = ['FrontSide', ...flds.map(({ name }) => name)];
      for (const [, name] of `${tmpls[0]!.qfmt}${tmpls[0]!.afmt}`.matchAll(/\{\{(?:cloze:)?(.*?)\}\}/g)) expect(fields).toContain(name);
    }
  });

  it('shows the options on the front and the right one with its letter on the back', async () => {
    const [choice] = (await readDeck(SAMPLE_SET)).notes;
    expect(shown(choice!.fields['Question'])).toBe(SAMPLE_QUESTIONS[0]!.stem);
    expect(
      readHtml(choice!.fields['Options']!)
        .all('li')
        .map(({ text }) => text),
    ).toEqual(SAMPLE_QUESTIONS[0]!.options);
    expect(shown(choice!.fields['Answer'])).toBe('C) $x^2 + {y}$');
    expect(shown(choice!.fields['Explanation'])).toBe(SAMPLE_QUESTIONS[0]!.explanation);
  });

  it('asks for true or false, and names each file and page once', async () => {
    const [, truth] = (await readDeck(SAMPLE_SET)).notes;
    expect(shown(truth!.fields['Question'])).toBe('True or false: Warsaw lies on the Vistula.');
    expect(truth!.fields).toMatchObject({ Options: '', Answer: 'True' });
    expect(shown(truth!.fields['Source'])).toBe('canals & seas.pdf, p. 2; canals & seas.pdf, p. 7');
  });

  it('makes a cloze of a cloze, and no hint of its colons', async () => {
    const [, , cloze] = (await readDeck(SAMPLE_SET)).notes;
    const [[whole, ordinal, hidden, hint], ...others] = deletions(cloze!.fields['Text']!) as [RegExpMatchArray];
    expect([ordinal, shown(hidden), hint, others]).toEqual(['1', 'of Suez}} (a*b)::c', undefined, []]);
    expect(shown(cloze!.fields['Text']!.replace(whole, '…'))).toBe('The canal {…} was opened in 1869.');
  });

  it('lets no text be a mark of Anki’s, for any texts, which read back', () =>
    fc.assert(
      fc.asyncProperty(hostileSets, async (set) => {
        const { sound, notes, cards } = await readDeck(set);
        expect(sound).toBe('ok');
        expect(cards).toHaveLength(set.questions.length);
        const fixed = fixedWordsOf(set);
        expect(notes.map(textsOf)).toEqual(set.questions.map((question) => expected(plainQuestion(question), fixed)));
        for (const { fields, model, count, first, sfld, csum } of notes) {
          expect(count).toBe(model.flds.length);
          for (const field of Object.values(fields)) expect(field.replace('{{c1::', '').replace('}}', '')).not.toMatch(/\{|\}|\[|::/);
          // the column makes a number of what looks like one, to sort by it
          expect(sfld).toBe(typeof sfld === 'number' ? Number(first) : first);
          expect(csum).toBe(Number.parseInt(createHash('sha1').update(first).digest('hex').slice(0, 8), 16));
        }
      }),
    ));

  it('is the same bytes for the same set', () =>
    expect(ankiFormat.write(SAMPLE_SET)).toEqual(ankiFormat.write(structuredClone(SAMPLE_SET))));
});
