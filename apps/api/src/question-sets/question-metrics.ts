import { Injectable } from '@nestjs/common';
import type { CreatedSet } from '@lectern/generation';
import { Metrics } from '@lectern/platform';

/** What becomes of candidates: how many questions were delivered, and how many each check dropped. */
@Injectable()
export class QuestionMetrics {
  private readonly delivered;
  private readonly rejected;

  constructor(metrics: Metrics) {
    this.delivered = metrics.counter('questions_delivered_total', 'Questions delivered', ['mode']);
    this.rejected = metrics.counter('questions_rejected_total', 'Candidates dropped, by the check that they did not pass', ['check']);
  }

  count({ set, rejections }: CreatedSet): void {
    this.delivered.inc({ mode: set.mode }, set.delivered);
    for (const [check, times] of Object.entries(rejections)) this.rejected.inc({ check }, times);
  }
}
