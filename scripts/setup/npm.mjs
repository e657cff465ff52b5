import { quietly, withNodeOnPath } from './processes.mjs';

/** Runs npm under the given Node: the npm that started this script, or the one on PATH where the script was started by hand. */
export function npm(args, { node, cwd, env = process.env }) {
  const cli = /npm-cli\.c?js$/.test(process.env.npm_execpath ?? '') ? [node, process.env.npm_execpath] : ['npm'];
  const [program, ...before] = cli;
  const flags = ['--prefix', cwd, '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // the environment of an outer `npm start` would tell the inner npm where it was started
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !/^npm_(package|lifecycle|config_local_prefix)/.test(name)));
  return quietly(program, [...before, ...args, ...flags], { cwd, env: withNodeOnPath(node, clean) });
}
