import type { NextFunction, Request, Response } from 'express';

/** Pages of our own that bring scripts and styles along; everything else is data. */
const PAGES = /^\/(docs|admin)(\/|$)/;

export function securityHeaders(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('X-Frame-Options', 'DENY');
  if (!PAGES.test(request.path)) {
    response.setHeader('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
    response.setHeader('Cache-Control', 'no-store'); // a learner's own material: for no shared cache
  }
  next();
}
