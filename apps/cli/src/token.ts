import { ConfigError, loadConfig, openDatabase } from '@lectern/platform';
import { TokenService } from '@lectern/tenancy';

const USAGE = `usage: npm run --silent token -- create --tenant NAME   prints a new API key, once
       npm run --silent token -- list                  prints id, tenant, created and last use of each
       npm run --silent token -- revoke ID             refuses it from now on`;

/** Said to the operator as it is. */
class Misuse extends Error {}

type Command = (tokens: TokenService) => Promise<string[]>;

function parse([command, ...rest]: string[]): Command {
  switch (command) {
    case 'create': {
      const [option, name] = rest;
      if (option !== '--tenant' || !name?.trim() || rest.length !== 2) throw new Misuse(USAGE);
      return async (tokens) => [await tokens.createApiKey(name.trim())];
    }
    case 'list':
      if (rest.length > 0) throw new Misuse(USAGE);
      return async (tokens) => (await tokens.listApiKeys()).map(lineOf);
    case 'revoke': {
      const [id] = rest;
      if (!id || rest.length !== 1) throw new Misuse(USAGE);
      return async (tokens) => {
        if (!(await tokens.revoke(id))) throw new Misuse(`There is no token ${JSON.stringify(id)} in force; \`list\` shows their ids.`);
        return [`revoked ${id}`];
      };
    }
    default:
      throw new Misuse(USAGE);
  }
}

function lineOf({ id, tenant, createdAt, lastUsedAt }: Awaited<ReturnType<TokenService['listApiKeys']>>[number]): string {
  return `${id}  ${tenant}  created ${createdAt.toISOString()}  ${lastUsedAt ? `last used ${lastUsedAt.toISOString()}` : 'never used'}`;
}

async function main(): Promise<void> {
  const run = parse(process.argv.slice(2));
  const database = await openDatabase(loadConfig().database.url);
  try {
    const lines = await run(new TokenService(database));
    for (const line of lines) process.stdout.write(`${line}\n`);
  } finally {
    await database.$disconnect();
  }
}

main().catch((error: unknown) => {
  const said = error instanceof Misuse || error instanceof ConfigError;
  process.stderr.write(`${said ? error.message : `The tokens could not be read or written: ${String(error)}`}\n`);
  process.exitCode = 1;
});
