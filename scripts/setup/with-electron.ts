// `node scripts/setup/with-electron.ts PROGRAM [arguments]`: runs PROGRAM after Electron is ready.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureToolchain } from './toolchain.ts'

await ensureToolchain()
const [node = '', , program = '', ...rest] = process.argv
const entry = resolve(program)
process.argv = [node, entry, ...rest]
await import(pathToFileURL(entry).href)
