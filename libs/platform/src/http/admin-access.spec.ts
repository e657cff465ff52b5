import type { Request } from 'express';
import { hasAdminToken, isLocal } from './admin-access';

const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const request = (authorization?: string) => ({ headers: { authorization } }) as Request;

describe('hasAdminToken', () => {
  it('takes user admin with the token as password', () => {
    expect(hasAdminToken(request(basic('admin', 'the-token')), 'the-token', 'basic')).toBe(true);
  });

  it.each([undefined, '', 'Basic', 'Basic !!!', basic('root', 'the-token'), basic('admin', 'wrong'), basic('admin', ''), basic('', 'the-token')])('refuses %j', (authorization) => {
    expect(hasAdminToken(request(authorization), 'the-token', 'basic or bearer')).toBe(false);
  }); // prettier-ignore

  it('takes the token as a bearer token only where that is said', () => {
    expect(hasAdminToken(request('Bearer the-token'), 'the-token', 'basic or bearer')).toBe(true);
    expect(hasAdminToken(request('Bearer the-token'), 'the-token', 'basic')).toBe(false);
  });
});

describe('isLocal', () => {
  const from = (remoteAddress: string, headers = {}) => isLocal({ socket: { remoteAddress }, headers } as unknown as Request);

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('knows %s as this machine', (address) => expect(from(address)).toBe(true));
  it.each(['10.0.0.1', '192.168.127.1', '2001:db8::1', '::ffff:10.0.0.1', '::127', ''])('knows %j as another', (address) =>
    expect(from(address)).toBe(false),
  );

  it.each(['x-forwarded-for', 'forwarded', 'x-real-ip'])('believes no %s that says so', (header) => {
    expect(from('127.0.0.1', { [header]: '127.0.0.1' })).toBe(false);
  });
});
