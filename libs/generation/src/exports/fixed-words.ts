import { languageOf } from '../extractive/other-languages/language-of';
import { isEnglish } from '../language';
import { BLANK } from '../question';
import { wordsOf } from '../words';
import type { ShownSet } from '../markdown';

/** What stands in a file beside the questions themselves, with the marks behind it. */
export interface FixedWords {
  /** BCP 47. */
  readonly language: string;
  readonly true: string;
  readonly false: string;
  /** Before a statement to judge. */
  readonly trueOrFalse: string;
  /** Before files and pages. */
  readonly source: string;
  /** What a set without a topic is called. */
  readonly title: string;
}

const row = (language: string, ...[yes, no, trueOrFalse, source, title]: [string, string, string, string, string]): FixedWords => ({
  language,
  true: yes,
  false: no,
  trueOrFalse,
  source,
  title,
});

export const ENGLISH = row('en', 'True', 'False', 'True or false: ', 'Source: ', 'Study questions');

/** Of the languages that the rules know. */
const TABLE: readonly FixedWords[] = [
  row('ar', 'صحيح', 'خطأ', 'صحيح أم خطأ: ', 'المصدر: ', 'أسئلة للدراسة'),
  row('de', 'Wahr', 'Falsch', 'Wahr oder falsch: ', 'Quelle: ', 'Übungsfragen'),
  row('es', 'Verdadero', 'Falso', 'Verdadero o falso: ', 'Fuente: ', 'Preguntas de estudio'),
  row('fr', 'Vrai', 'Faux', 'Vrai ou faux : ', 'Source : ', 'Questions de révision'),
  row('hi', 'सही', 'गलत', 'सही या गलत: ', 'स्रोत: ', 'अध्ययन प्रश्न'),
  row('it', 'Vero', 'Falso', 'Vero o falso: ', 'Fonte: ', 'Domande di studio'),
  row('ja', '正しい', '誤り', '正誤：', '出典：', '学習問題'),
  row('nl', 'Waar', 'Onwaar', 'Waar of onwaar: ', 'Bron: ', 'Studievragen'),
  row('pl', 'Prawda', 'Fałsz', 'Prawda czy fałsz: ', 'Źródło: ', 'Pytania do nauki'),
  row('pt', 'Verdadeiro', 'Falso', 'Verdadeiro ou falso: ', 'Fonte: ', 'Perguntas de estudo'),
  row('ru', 'Верно', 'Неверно', 'Верно или неверно: ', 'Источник: ', 'Вопросы для учёбы'),
  row('tr', 'Doğru', 'Yanlış', 'Doğru mu yanlış mı: ', 'Kaynak: ', 'Çalışma soruları'),
  row('uk', 'Правильно', 'Неправильно', 'Правильно чи неправильно: ', 'Джерело: ', 'Запитання для навчання'),
  row('zh', '正确', '错误', '判断正误：', '来源：', '学习问题'),
];

/** Fewer do not tell a language. */
const FEWEST_WORDS = 12;

/** In the language that a set's questions are in, or, where they are short, their sources; in English where it is none of the table. */
export function fixedWordsOf({ questions }: Pick<ShownSet, 'questions'>): FixedWords {
  const stems = questions.map(({ stem }) => stem.replaceAll(BLANK, ' ')).join(' ');
  const quotes = questions.flatMap(({ sources }) => sources.map(({ quote }) => quote)).join(' ');
  const text = wordsOf(stems).length < FEWEST_WORDS ? `${stems} ${quotes}` : stems;
  const code = isEnglish(text) ? ENGLISH.language : languageOf(text)?.code;
  return TABLE.find(({ language }) => language === code) ?? ENGLISH;
}
