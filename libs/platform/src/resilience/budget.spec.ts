import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../errors/app-error';
import { Budget } from './budget';

describe('Budget', () => {
  it('aborts its signal at the deadline with an error that a client can read', async () => {
    const budget = new Budget(20);
    expect(budget.signal.aborted).toBe(false);
    expect(budget.remainingMs()).toBeGreaterThan(0);

    await sleep(60);

    expect(budget.signal.reason).toMatchObject({ code: 'DEADLINE_EXCEEDED', status: 504 });
    expect(budget.remainingMs()).toBe(0);
  });

  it('is over at once where no time is left', () => {
    expect(new Budget(0).signal.aborted).toBe(true);
    expect(new Budget(-5).remainingMs()).toBe(0);
  });

  it('keeps the first reason for its end', async () => {
    const budget = new Budget(10);
    budget.abort(new AppError('CLIENT_CLOSED_REQUEST', 'gone'));
    await sleep(30);
    expect(budget.signal.reason).toMatchObject({ code: 'CLIENT_CLOSED_REQUEST' });
  });

  it('stays quiet once it is released', async () => {
    const budget = new Budget(10);
    budget.release();
    await sleep(30);
    expect(budget.signal.aborted).toBe(false);
  });
});
