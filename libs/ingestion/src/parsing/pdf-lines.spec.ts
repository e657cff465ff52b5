import { joinLines, type Line } from './pdf-lines';

const line = (text: string, y: number, x = 72): Line => ({ text: text.replace(/~$/, ''), x, y, hyphenated: text.endsWith('~') });
const column = (...texts: string[]) => texts.map((text, n) => line(text, 700 - 12 * n));

describe('joinLines', () => {
  it('puts a blank line where the distance is larger than usual', () => {
    const lines = [...column('One', 'two', 'three', 'four', 'five.'), line('Six', 630), line('seven', 618)];
    expect(joinLines(lines)).toBe('One\ntwo\nthree\nfour\nfive.\n\nSix\nseven');
  });

  it('puts a blank line before a first line that is indented', () => {
    const lines = column('One', 'two', 'three.', 'Four', 'five', 'six');
    lines[3] = { ...lines[3]!, x: 90 };
    expect(joinLines(lines)).toBe('One\ntwo\nthree.\n\nFour\nfive\nsix');
  });

  it('takes the rest of a long list item for no paragraph', () => {
    const lines = column('- one that', 'goes on', '- two', '- three', '- four', '- five');
    lines[1] = { ...lines[1]!, x: 90 };
    expect(joinLines(lines)).not.toContain('\n\n');
  });

  it('makes words whole that were hyphenated at a line end', () => {
    expect(joinLines(column('the effi~', 'cient spread of con~', 'tent.'))).toBe('the efficient\nspread of content.');
  });

  it('keeps the hyphen of names, compounds and addresses', () => {
    expect(joinLines(column('Trace~', 'Monkey'))).toBe('Trace-Monkey');
    expect(joinLines(column('docx4j-samples~', 'resources'))).toBe('docx4j-samples-resources');
    expect(joinLines(column('http://a.example/mail~', 'merge'))).toBe('http://a.example/mail-merge');
  });

  it('has no text for no lines', () => {
    expect(joinLines([])).toBe('');
  });
});
