// `npm run e2e -- [what playwright takes]`: only the tests that drive the real program, with their output as it comes.
import { spawn } from 'node:child_process'
import { buildApp } from '../build/build-app.ts'
import { root } from '../setup/root.mjs'
import { clockOfTests } from './e2e-clock.ts'

await buildApp()
const args = ['node_modules/@playwright/test/cli.js', 'test', ...process.argv.slice(2)]
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
  cwd: root,
  env: { ...process.env, ...clockOfTests() },
  stdio: 'inherit',
})
child.once('exit', (code) => process.exit(code ?? 1))
