// `npm run e2e -- [--packaged] [what playwright takes]`: only the tests that drive the real program, with their output as it comes. With --packaged they drive
// the program as it is packed (`npm run pack`), in the variant that lets itself be driven.
import { spawn } from 'node:child_process'
import { buildApp } from '../build/build-app.ts'
import { packedForTests } from '../pack/packed-for-tests.ts'
import { root } from '../setup/root.mjs'
import { clockOfTests } from './e2e-clock.ts'

const asked = process.argv.slice(2)
const packaged = asked.includes('--packaged')
await buildApp()
const program: Record<string, string> = packaged ? await packedForTests() : {}
const rest = asked.filter((argument) => argument !== '--packaged')
const args = ['node_modules/@playwright/test/cli.js', 'test', ...rest]
const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
  cwd: root,
  env: { ...process.env, ...clockOfTests(), ...program },
  stdio: 'inherit',
})
child.once('exit', (code) => process.exit(code ?? 1))
