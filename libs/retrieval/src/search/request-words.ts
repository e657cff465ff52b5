import { analyse } from '../text/analyser';

/** What learners say of what they want rather than of what it is about: `Warsaw for my exam`, `Fragen zum Rhein für die Klausur`. */
const REQUEST_WORDS = new Set(
  analyse(
    `exam exams examination examinations test tests quiz quizzes question questions practice homework revision study lesson lessons chapter chapters topic topics
    class course overview summary introduction basics facts please
    Prüfung Prüfungen Klausur Klausuren Frage Fragen Übung Übungen Kapitel Thema Überblick Zusammenfassung Grundlagen Unterricht Hausaufgaben
    examen exámenes pregunta preguntas tema temas capítulo lección resumen repaso deberes introducción
    examens sujet chapitre leçon résumé devoirs esame esami domanda domande capitolo lezione riassunto ripasso compiti
    exame exames prova provas pergunta perguntas lição resumo revisão tentamen toets vraag vragen hoofdstuk samenvatting
    egzamin pytanie pytania rozdział temat экзамен тест вопрос вопросы глава тема урок іспит питання розділ
    sınav soru sorular konu bölüm परीक्षा प्रश्न अध्याय`,
  ).map(({ word }) => word),
);

/** Whether a word of a topic says nothing of what it is about, unless the library speaks of it: a request, or a bare number. */
export const saysNothing = (word: string): boolean => REQUEST_WORDS.has(word) || /^\p{N}+$/u.test(word);
