import type { Application } from 'express';

/** What the router of Express 5 keeps of a route. */
interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** The methods that `path` is served with; none where there is no such path. */
export function allowedMethods(app: Application, path: string): string[] {
  const layers = (app as unknown as { router: { stack: Layer[] } }).router.stack;
  const methods = layers.filter((layer) => layer.route && matches(layer, path)).flatMap((layer) => Object.keys(layer.route!.methods));
  return [...new Set(methods)].filter((method) => method !== '_all').map((method) => method.toUpperCase());
}

function matches(layer: Layer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false; // a path that is no URL escape
  }
}
