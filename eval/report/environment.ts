import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type EmbeddingProvider } from '@lectern/embedding';
import { lanceDbVersion } from '../peers/lancedb';

/** What the figures were made with: lines of a list. */
export function environment(providers: readonly EmbeddingProvider[], lance: string): string {
  const version = (name: string) => (JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')) as { version: string }).version;
  const lines = [
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, commit ${commit()}`,
    `${cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
    `MiniSearch ${version('minisearch')}, Orama ${version('@orama/orama')}, LanceDB ${lanceDbVersion(lance) ?? 'not installed'}`,
    ...providers.map(
      ({ signature: { provider, model, revision, dimension, pooling } }) =>
        `vectors \`${provider}\`: ${model} ${revision}, ${dimension} dimensions, pooling ${pooling}`,
    ),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'libs', 'eval') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with uncommitted changes' : '');
  } catch {
    return 'unknown';
  }
}
