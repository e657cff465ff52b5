/** Work that runs at once, as it ends: the first that is done comes first. */
export async function* inAnyOrder<Result>(work: readonly Promise<Result>[]): AsyncGenerator<PromiseSettledResult<Result>> {
  const running = new Map(
    work.map((one, i) => [
      i,
      one.then(
        (value) => ({ i, settled: { status: 'fulfilled' as const, value } }),
        (reason: unknown) => ({ i, settled: { status: 'rejected' as const, reason } }),
      ),
    ]),
  );
  while (running.size > 0) {
    const { i, settled } = await Promise.race(running.values());
    running.delete(i);
    yield settled;
  }
}
