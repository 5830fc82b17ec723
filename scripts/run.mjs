// The door of every npm script: `node scripts/run.mjs [--electron] PROGRAM [arguments]`.
// It runs on the machine's own Node (20 or newer) without a single dependency, puts the dependencies in place, and hands
// over to PROGRAM on Node 24. With --electron, Electron and all it needs are made ready first.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { ensureDependencies } from './setup/dependencies.mjs'
import { ensureNode } from './setup/node-24.mjs'
import { whenOrphaned } from './setup/orphaned.mjs'
import { root } from './setup/root.mjs'

const [first, ...others] = process.argv.slice(2)
const withElectron = first === '--electron'
const [program, ...rest] = withElectron ? others : [first, ...others]
if (!program) {
  console.error('usage: node scripts/run.mjs [--electron] PROGRAM [arguments]')
  process.exit(2)
}

ensureDependencies()
const node = ensureNode()
const entry = withElectron ? ['scripts/setup/with-electron.ts', program] : [program]
// TypeScript run as written is compiled at each start; what was compiled is kept for the next one, and for the programs this one starts.
const env = { NODE_COMPILE_CACHE: join(root, 'out', 'compile-cache'), ...process.env }
const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...entry, ...rest], { stdio: 'inherit', env })

// Ctrl+C reaches the program through the terminal already; a signal to this process alone has to be passed on. The
// program takes a repeated signal as one, and this process waits until it has cleaned up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
whenOrphaned(() => child.kill('SIGTERM'))
child.on('exit', (code, signal) => process.exit(signal ? 130 : (code ?? 1)))
