import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RolldownOptions, rolldown } from 'rolldown'
import { build } from 'vite'
import { root, say } from '../setup/root.mjs'
import { sourceStamp } from './source-stamp.ts'

const out = join(root, 'out', 'app')
const stampFile = join(out, 'stamp')

/** Stays a package beside the bundle: native add-ons, and libraries that read files of their own. */
export const unbundled = [
  'better-sqlite3',
  '@napi-rs/canvas',
  '@node-rs/argon2',
  'pdfmake',
  'node-thermal-printer',
  'pngjs',
]

const external = [/^node:/, 'electron', ...unbundled.map((name) => new RegExp(`^${name}(/|$)`))]

const bundles: readonly (RolldownOptions & { readonly file: string; readonly format: 'esm' | 'cjs' })[] = [
  { input: 'electron/main/index.ts', file: 'main/index.mjs', format: 'esm' },
  // A sandboxed preload can only be CommonJS.
  { input: 'electron/preload/index.ts', file: 'preload/index.cjs', format: 'cjs' },
  { input: 'electron/engine/main.ts', file: 'engine/main.mjs', format: 'esm' },
  { input: 'electron/engine/database/checkpoint-worker.ts', file: 'engine/checkpoint-worker.mjs', format: 'esm' },
  { input: 'electron/engine/database/database-worker.ts', file: 'engine/database-worker.mjs', format: 'esm' },
  { input: 'electron/engine/documents/document-worker.ts', file: 'engine/document-worker.mjs', format: 'esm' },
  { input: 'electron/engine/documents/picture-worker.ts', file: 'engine/picture-worker.mjs', format: 'esm' },
]

/** Builds shell, preload, engine and page where a source has changed since the last build. */
export async function buildApp(): Promise<void> {
  const stamp = sourceStamp()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  say('building the program')
  for (const { file, format, ...options } of bundles) {
    const bundle = await rolldown({ platform: 'node', external, cwd: root, ...options })
    await bundle.write({ file: join(out, file), format, minify: false, codeSplitting: false })
    await bundle.close()
  }
  // What pdf.js reads while it draws: electron/engine/documents/pdf-parts.ts looks for it here.
  for (const part of ['standard_fonts', 'wasm'])
    cpSync(join(root, 'node_modules', 'pdfjs-dist', part), join(out, 'engine', 'pdf', part), { recursive: true })
  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer') })
  mkdirSync(out, { recursive: true })
  writeFileSync(stampFile, stamp)
}
