const WIDTH = 28;

/** Shows how far a document is, on stderr: a bar on a terminal, a line for each new stage elsewhere. */
export class IngestionProgress {
  #stage;

  show({ status, stage, progress }) {
    const percent = `${Math.round(progress * 100)} %`;
    if (process.stderr.isTTY) {
      const filled = Math.round(progress * WIDTH);
      process.stderr.write(`\r  [${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${percent.padStart(5)}  ${stage}\x1b[K`);
      if (status === 'ready' || status === 'failed') process.stderr.write('\n');
    } else if (stage !== this.#stage) process.stderr.write(`  ${stage} (${percent})\n`);
    this.#stage = stage;
  }
}
