import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describeEmbeddingProvider } from './embedding-provider.contract';
import { readOnnxModel } from './onnx-model';
import { onnxRuntime } from './onnx-runtime';
import { OnnxEmbeddingProvider } from './onnx.embedding-provider';

const directory = process.env['ONNX_MODEL_DIR'] ?? resolve(__dirname, '../../../../shared/models/all-MiniLM-L6-v2');
/** A worker thread runs compiled code: `npx nest build api` first. */
const thread = resolve(__dirname, '../../../dist/libs/embedding/src/onnx.embedding-provider.thread.js');
const missing = [
  ...(existsSync(directory) ? [] : [`there is no model in ${directory} (ONNX_MODEL_DIR names another place)`]),
  ...problemOfRuntime(),
];
if (missing.length > 0) console.warn(`The specs of the onnx provider are skipped: ${missing.join(', ')}`);
const describeWithModel = missing.length > 0 ? describe.skip : describe;

const never = new AbortController().signal;
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describeWithModel('onnx', () => {
  let provider: OnnxEmbeddingProvider;
  beforeAll(() => {
    provider = new OnnxEmbeddingProvider({ directory, thread, threads: 2 });
  });
  afterAll(() => provider.close());

  describeEmbeddingProvider('onnx', async () => provider);

  // across CPUs and versions of the runtime; see the model's README
  const NEAR = { dimension: 0.03, cosine: 0.04 };
  const golden = join(directory, 'golden.json');

  (existsSync(golden) ? describe : describe.skip)('with reference vectors', () => {
    it('gives them, also of a text that is cut', async () => {
      const { texts, int8 } = JSON.parse(readFileSync(golden, 'utf8'));
      const vectors = await provider.embedPassages(texts, never);
      vectors.forEach((vector, i) => {
        (int8.first8[i] as number[]).forEach((value, d) => expect(Math.abs(vector[d]! - value)).toBeLessThan(NEAR.dimension));
        vectors.forEach((other, j) => expect(Math.abs(dot(vector, other) - int8.cosines[i][j])).toBeLessThan(NEAR.cosine));
      });
    });
  });

  it('is another model with other weights, and says so where the folder is not one', () => {
    expect(provider.signature).toMatchObject({ provider: 'onnx', dimension: 384, pooling: 'mean', instruction: '' });
    expect(provider.signature.revision).toMatch(/^[0-9a-f]{12}$/);
    expect(() => new OnnxEmbeddingProvider({ directory: '/nowhere' })).toThrow(
      /ONNX_MODEL_DIR is \/nowhere, and there is no onnx\/model_quantized.onnx/,
    );
  });

  it.each([
    ['When did the old volcano erupt for the first time?', true],
    ['What is meant by chlorophyll fluorescence of plants?', true],
    ['Wann brach der alte Vulkan zum ersten Mal aus?', false],
    ['¿Cuándo entró en erupción el antiguo volcán por primera vez?', false],
    ['पुराना ज्वालामुखी पहली बार कब फटा?', false],
    ['火山', false],
  ])('reads %j: %s', (text, expected) => expect(provider.reads(text)).toBe(expected));

  it('does not hold the event loop', async () => {
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    await provider.embedPassages(
      Array.from({ length: 16 }, (_, i) => `${i} ${'The mill ground the grain of the valley. '.repeat(30)}`),
      never,
    );
    clearInterval(timer);
    expect(longest).toBeLessThan(500);
  });

  it('works again after it was closed', async () => {
    const waiting = provider.embedPassages(['a', 'b', 'c', 'd'], never);
    await provider.close();
    await expect(waiting).rejects.toMatchObject({ code: 'EMBEDDING_UNAVAILABLE' });
    await expect(provider.ping(never)).resolves.toBeUndefined();
  });
});

describe('the folder of a model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-model-'));
  const write = (file: string, content: unknown) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  beforeEach(() => {
    write('config.json', { hidden_size: 8, max_position_embeddings: 64, _name_or_path: 'somebody/some-model' });
    write('tokenizer.json', {});
    write('onnx/model_quantized.onnx', 'weights');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('tells name, dimension, pooling, length and prompts', () => {
    expect(readOnnxModel(folder)).toEqual({
      name: 'some-model',
      revision: '9a129038d9a0',
      dimension: 8,
      pooling: 'mean',
      maxTokens: 64,
      prompts: { query: '', passage: '' },
    });
    write('1_Pooling/config.json', { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false });
    write('sentence_bert_config.json', { max_seq_length: 32 });
    write('config_sentence_transformers.json', { prompts: { query: 'query: ', document: 'passage: ' } });
    expect(readOnnxModel(folder)).toMatchObject({ pooling: 'cls', maxTokens: 32, prompts: { query: 'query: ', passage: 'passage: ' } });
  });

  it.each([
    ['config.json', '{', /its config.json cannot be used/],
    ['config.json', { hidden_size: 'many' }, /its config.json cannot be used/],
    ['1_Pooling/config.json', { pooling_mode_max_tokens: true }, /asks for neither the mean/],
    ['modules.json', [{ type: 'sentence_transformers.models.Dense' }], /its modules.json names sentence_transformers.models.Dense/],
  ])('is refused where its %s is %j', (file, content, message) => {
    write(file, content);
    expect(() => readOnnxModel(folder)).toThrow(message);
  });
});

function problemOfRuntime(): string[] {
  try {
    onnxRuntime();
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
