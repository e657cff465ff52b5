import type { Request, Response } from 'express';
import { shownQuestion, type Question, type QuestionMode, type ShownQuestionSet } from '@lectern/generation';
import { type AppError, errorBody } from '@lectern/platform';
import { beginEvents, writeEvent } from '../http/event-stream';

/** A set as Server-Sent Events: a `question` as soon as it is made, then `done` with the set without them, or `error`. */
export class QuestionEvents {
  constructor(
    private readonly request: Request,
    private readonly response: Response,
  ) {}

  /** Before the first question an error is an answer like any other. */
  get begun(): boolean {
    return this.response.headersSent;
  }

  question(question: Question, mode: QuestionMode): void {
    this.write('question', shownQuestion(question, mode));
  }

  done({ questions: _, ...set }: ShownQuestionSet): void {
    this.write('done', set);
    this.response.end();
  }

  error(error: AppError): void {
    this.write('error', errorBody(error, this.request, this.response));
    this.response.end();
  }

  private write(name: string, data: unknown): void {
    if (!this.begun) beginEvents(this.response, 201);
    writeEvent(this.response, name, data);
  }
}
