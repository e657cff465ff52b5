import { Controller, Get, Res, Sse } from '@nestjs/common';
import type { Response } from 'express';
import { interval, map } from 'rxjs';
import { TestApi } from '../support/api';

@Controller('probe')
class ProbeController {
  @Get('slow')
  async slow() {
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    return { done: true };
  }

  @Sse('ticks')
  ticks() {
    return interval(50).pipe(map((data) => ({ data: String(data) })));
  }

  @Get('stuck')
  stuck(@Res() response: Response) {
    response.write('never ends');
  }
}

describe('a stop', () => {
  const start = () => TestApi.start({}, [ProbeController]);

  it('finishes what runs, ends streams, and takes nothing new', async () => {
    const api = await start();
    const slow = api.get('/probe/slow');
    const stream = api.get('/probe/ticks');
    // the question model warms up beside the start, and may hold the event loop for a moment
    await new Promise((resolve) => setTimeout(resolve, 500));

    const stopped = api.answers.stop(api.app.getHttpServer(), { graceMs: 10_000, noticeMs: 1_500 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const ready = await api.get('/health/ready');
    expect([ready.status, ready.headers.get('connection'), ready.json.error.process.status]).toEqual([503, 'close', 'down']);

    expect(await slow).toMatchObject({ status: 200, json: { done: true } });
    expect((await stream).text).toContain('data: 0');
    const began = performance.now();
    await stopped;
    expect(performance.now() - began).toBeLessThan(1_000);
    await expect(api.get('/health/live')).rejects.toThrow('fetch failed');
    await api.close();
  });

  it('cuts off at the end of the grace period what would never end', async () => {
    const api = await start();
    const stuck = api.get('/probe/stuck').catch(() => 'cut off');
    await new Promise((resolve) => setTimeout(resolve, 100));
    await api.answers.stop(api.app.getHttpServer(), { graceMs: 2_000, noticeMs: 10 });
    expect(await stuck).toBe('cut off');
    await api.close();
  });
});
