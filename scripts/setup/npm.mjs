import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { root } from './root.mjs'

/**
 * Runs npm and waits for it. Throws where it fails.
 * npm is started with the machine's own Node: the one in node_modules may be about to be replaced.
 * @param {string[]} args
 * @param {string} [cwd]
 */
export function npm(args, cwd = root) {
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']
  const [command, ...first] = npmCommand()
  // npm's standard output goes to stderr, as everything the set-up says.
  const { status, error } = spawnSync(command, [...first, ...args, ...quiet], {
    cwd,
    stdio: ['ignore', 2, 2],
    env: withoutProjectNode(),
    shell: command === 'npm.cmd',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}`)
}

/**
 * What npm prints for these arguments. Not how it ended: `npm audit` ends badly where it found something.
 * @param {string[]} args
 * @returns {string}
 */
export function npmOutput(args) {
  const [command, ...first] = npmCommand()
  const { stdout, error } = spawnSync(command, [...first, ...args, '--loglevel=error'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 2],
    env: withoutProjectNode(),
    shell: command === 'npm.cmd',
  })
  if (error) throw error
  return stdout
}

/** @returns {[string, ...string[]]} */
function npmCommand() {
  const { npm_execpath: cli, npm_node_execpath: node } = process.env
  if (cli && node && existsSync(cli) && existsSync(node)) return [node, cli]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** The environment without node_modules/.bin in PATH, and without what an outer npm told its script. */
function withoutProjectNode() {
  const own = join('node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name))
  const env = Object.fromEntries(kept)
  const path = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  env[path] = (env[path] ?? '')
    .split(separator)
    .filter((folder) => !folder.endsWith(own) && dirname(folder) !== '')
    .join(separator)
  return env
}
