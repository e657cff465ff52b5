import fc from 'fast-check';
import { Markup, markup } from './markup';
import { readXml } from './read-back.contract';

describe('markup', () => {
  it('escapes strings, in elements and in attributes, and leaves markup as it is', () => {
    const inner = [markup`<i>${'<&>'}</i>`, new Markup('<br/>')];
    expect(markup`<p title="${'"\''}">${inner}${']]>'}</p>`.source).toBe('<p title="&quot;&#39;"><i>&lt;&amp;&gt;</i><br/>]]&gt;</p>');
  });

  it('stays what it is where it is normalised', () => {
    const { source } = markup`<li>${'\u0338 b >\u0338'}</li>`;
    expect(source.normalize('NFC')).toBe(source);
    expect(readXml(source).text).toBe('\u0338 b >\u0338');
  });

  // oxlint-disable-next-line no-control-regex -- XML's own list of what is no character
  const held = (text: string) => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');

  it('is well-formed whatever it is given, and what XML can hold reads back', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0x1ffff }).map((code) => String.fromCodePoint(code))), (characters) => {
        // a parser makes spaces of the line ends of attributes, and one line end of each kind
        const [value, text] = [/[\t\r\n]/g, /\r/g].map((ends) => characters.join('').replace(ends, '')) as [string, string];
        const element = readXml(markup`<p a="${value}">${text}</p>`.source);
        expect([element.attributes['a'], element.text]).toEqual([held(value), held(text)]);
      }),
    ));
});
