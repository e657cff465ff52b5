import { buffer } from 'node:stream/consumers';
import { SaxesParser } from 'saxes';
import { fromBufferPromise } from 'yauzl';

/** An element as an XML parser saw it. */
export class XmlElement {
  readonly children: (XmlElement | string)[] = [];

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  get elements(): XmlElement[] {
    return this.children.filter((child) => child instanceof XmlElement);
  }

  /** All text in it. */
  get text(): string {
    return this.children.map((child) => (typeof child === 'string' ? child : child.text)).join('');
  }

  all(name: string): XmlElement[] {
    return this.elements.flatMap((element) => [...(element.name === name ? [element] : []), ...element.all(name)]);
  }

  one(name: string): XmlElement {
    const [first, ...more] = this.all(name);
    if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} elements ${name} in ${this.name}`);
    return first;
  }
}

/** A document as a strict parser reads it: it throws at what is not well-formed XML 1.0 with namespaces. */
export function readXml(xml: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const open = [new XmlElement('', {})];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = new XmlElement(name, Object.fromEntries(values));
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('cdata', (text) => open.at(-1)?.children.push(text));
  parser.write(xml).close();
  return open[0]?.elements[0] as XmlElement;
}

/** A fragment of HTML that is written as XML is. */
export const readHtml = (html: string): XmlElement => readXml(`<body>${html}</body>`);

/** UTF-8 that is no UTF-8 throws. */
export const readUtf8 = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** The files of a ZIP file, in its order, read by another library than the one that wrote it. */
export async function readZip(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const zip = await fromBufferPromise(Buffer.from(bytes));
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}
