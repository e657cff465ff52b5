type JsonObject = Readonly<Record<string, unknown>>;

/** More is not read: an answer of a hundred questions has a fifth of it. */
const MOST_LETTERS = 500_000;
/** What looks like an object and is none: prose and code between braces. After so much of it there is none. */
const MOST_FAILURES = 50;

/**
 * The objects of the list under `key` in a model's answer; where there is no such list, every outermost object. Of an answer that
 * was cut off those that are whole.
 */
export function listedObjects(answer: string, key: string): JsonObject[] {
  const text = answer.slice(0, MOST_LETTERS);
  const whole = outermostObjects(text);
  const lists = whole.flatMap((one) => (Array.isArray(one[key]) ? [one[key] as unknown[]] : []));
  if (lists.length > 0) return lists.flat().filter(isObject);
  const cut = new RegExp(`"${key}"\\s*:\\s*\\[`).exec(text);
  return cut && whole.length === 0
    ? outermostObjects(text.slice(cut.index + cut[0].length))
    : whole.filter((one) => Object.keys(one).length > 0);
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The complete JSON objects of a model's answer, first come first, however it is fenced or wrapped in prose: an object that has no
 * end is left out, none is ever completed.
 */
export function outermostObjects(answer: string): JsonObject[] {
  const text = answer.slice(0, MOST_LETTERS);
  const objects: JsonObject[] = [];
  let failures = 0;
  for (let from = text.indexOf('{'); from >= 0 && failures < MOST_FAILURES;) {
    const end = endOf(text, from);
    const parsed = end === undefined ? undefined : parsedObject(text.slice(from, end));
    if (parsed) objects.push(parsed);
    else failures++;
    // an object that does not end may hold none that do: the answer was cut inside it
    from = end === undefined ? -1 : text.indexOf('{', parsed ? end : from + 1);
  }
  return objects;
}

/** Behind the brace that closes the one at `from`; braces in strings do not count. */
function endOf(text: string, from: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (inString) {
      if (letter === '\\') at++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{') depth++;
    else if (letter === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

function parsedObject(text: string): JsonObject | undefined {
  try {
    return JSON.parse(text) as JsonObject;
  } catch {
    return undefined;
  }
}
