import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import type { LoggedRequest } from './qdrant';

type Schema = { [key: string]: unknown };
interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}

/** What in requests Qdrant's own description of its API does not know; an unknown key, which the server would ignore, is a problem. */
export function contractProblems(requests: readonly LoggedRequest[]): string[] {
  const { paths, components } = JSON.parse(readFileSync(join(__dirname, '../../../shared/contracts/qdrant-openapi.json'), 'utf8')) as {
    paths: Record<string, Record<string, Operation>>;
    components: Schema;
  };
  const ajv = new Ajv({ strict: false });
  ajv.addSchema({ $id: 'spec', components: closed(components) });
  const compiled = new Map<Schema, ValidateFunction>();
  const validatorOf = (schema: Schema) => {
    const own = JSON.stringify(closed(schema)).replaceAll('"#/components/', '"spec#/components/');
    if (!compiled.has(schema)) compiled.set(schema, ajv.compile(JSON.parse(own) as Schema));
    return compiled.get(schema)!;
  };
  return requests.flatMap(({ method, path, query, body }) => {
    const operation = Object.entries(paths)
      .toSorted(([a], [b]) => a.split('{').length - b.split('{').length)
      .find(([template, operations]) => operations[method.toLowerCase()] && patternOf(template).test(path))?.[1][method.toLowerCase()];
    if (!operation) return [`${method} ${path} is not in the API`];
    const known = new Set((operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name));
    const strangers = Object.keys(query)
      .filter((name) => !known.has(name))
      .map((name) => `${method} ${path}?${name} is not in the API`);
    const schema = operation.requestBody?.content['application/json'].schema;
    if (!schema) return strangers;
    const validate = validatorOf(schema);
    return validate(body) ? strangers : [...strangers, `${method} ${path}: ${ajv.errorsText(validate.errors).slice(0, 300)}`];
  });
}

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

/** OpenAPI 3.0 as JSON Schema, with `nullable` spelled out and no keys allowed but those named. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (node === null || typeof node !== 'object') return node;
  const { nullable, ...schema } = node as Schema;
  if (nullable === true && Object.keys(schema).length === 0) return { type: 'null' };
  const out: Schema = {};
  for (const [key, value] of Object.entries(schema))
    if (!['example', 'format', 'default', 'deprecated'].includes(key)) out[key] = closed(value);
  if (nullable && typeof out.type === 'string') out.type = [out.type, 'null'];
  if (out.properties && out.additionalProperties === undefined) out.additionalProperties = false;
  return out;
}
