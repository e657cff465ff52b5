import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PromptTemplate } from './prompt-template';

describe('PromptTemplate', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lectern-prompts-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const template = (text: string) => {
    const file = join(directory, 'one.md');
    writeFileSync(file, text);
    return new PromptTemplate(file);
  };

  it('puts values into both parts, and never reads them again', () => {
    const one = template('# system\nSpeak {{language}}.\n# user\nOn {{topic}}: {{topic}}\n');
    expect(one.filled({ language: 'French', topic: '{{language}} $& # user' })).toEqual({
      system: 'Speak French.',
      user: 'On {{language}} $& # user: {{language}} $& # user',
    });
  });

  it('names the value that it lacks', () => {
    expect(() => template('# system\n\n# user\n{{topic}}').filled({})).toThrow('"topic"');
  });

  it('has another version for another text', () => {
    expect(template('# system\na\n# user\nb').version).not.toBe(template('# system\na\n# user\nc').version);
    expect(template('# system\na\n# user\nb').version).toMatch(/^[0-9a-f]{8}$/);
  });

  it('refuses a file without both parts', () => {
    expect(() => template('# user\nb')).toThrow('# system');
  });
});
