import { createHash } from 'node:crypto';
import { fixedWordsOf } from '../fixed-words';
import { plainQuestion } from '../plain-question';
import { titleOf, type ExportableSet, type QuestionFormat } from '../question-format';
import { zipOf } from '../zip';
import { ankiCollection } from './anki-collection';
import { ankiNote } from './anki-note';

/** A deck for Anki (docs.ankiweb.net/importing/packaged-decks.html): a ZIP file of a collection and a list of media, here of none. */
export const ankiFormat: QuestionFormat = {
  name: 'anki',
  mediaType: 'application/x-apkg',
  extension: 'apkg',
  write: (set) => {
    const fixed = fixedWordsOf(set);
    const notes = set.questions.map((question) => ankiNote(plainQuestion(question), fixed));
    const collection = ankiCollection({ id: deckId(set), name: deckName(set), createdAt: new Date(set.created_at), notes });
    return zipOf({ 'collection.anki2': collection, media: '{}' });
  },
};

/** Two colons make a deck the child of another: those of a topic do not. */
const deckName = (set: ExportableSet) => `Lectern::${titleOf(set).replace(/:{2,}/gu, ':')}`;

/** Of 30 bits, above the ids that Anki keeps for itself. */
const deckId = ({ id }: ExportableSet) => 2 ** 30 + (createHash('sha256').update(id).digest().readUInt32BE() >>> 2);
