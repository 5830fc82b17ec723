import { mkdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { keyFileName } from '#shared/contract/shell/key-file.ts'
import { EngineHost } from './host.ts'
import { isMarkedRevoked } from './leaving/revoked-marker.ts'
import { linePort } from './port/line-port.ts'
import { openPlainKey, plainKeys } from './security/plain-key-file.ts'
import { systemClock, systemIds, systemLog } from './system.ts'
import type { Shell } from './usecases/ports.ts'

/** The engine without Electron: `--data DIR --server URL [--key-file FILE] [--enrol CODE]`, JSON lines on standard input and output. */

const usage = `npm run engine -- --data DIR --server URL [--key-file FILE] [--enrol CODE]
Speaks the engine's contract as JSON lines: {"type":"call",...} in; hello, reply and topics out.
The key is kept as plain text: set LOKET_INSECURE_KEY=1 to say that you know.
`

/** There is no window around this program: files go to LOKET_SAVE_DIR, system printers do not exist. */
const shell: Shell = {
  saveFile: async (name, bytes) => {
    const folder = process.env.LOKET_SAVE_DIR
    if (!folder) return 'cancelled'
    await writeFile(join(folder, name), bytes)
    return 'saved'
  },
  listPrinters: async () => [],
  systemPrint: async () => 'printer-unknown',
  resolveProxy: async () => 'DIRECT',
}

function options() {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      server: { type: 'string' },
      'key-file': { type: 'string' },
      enrol: { type: 'string' },
      'sqlite-binding': { type: 'string' },
    },
  })
  if (!values.data || !values.server || process.env.LOKET_INSECURE_KEY !== '1') return null
  const dataDir = resolve(values.data)
  return {
    dataDir,
    serverUrl: values.server.replace(/\/$/, ''),
    keyFile: values['key-file'] ?? join(dataDir, keyFileName),
    enrolCode: values.enrol,
    sqliteBinding: values['sqlite-binding'],
  }
}

async function run(): Promise<void> {
  const given = options()
  if (given === null) {
    process.stderr.write(usage)
    process.exit(2)
  }
  mkdirSync(given.dataDir, { recursive: true })
  const port = linePort(process.stdin, process.stdout)
  const revoked = isMarkedRevoked(given.dataDir)
  const { key, next } = revoked ? { key: null, next: null } : openPlainKey(given.keyFile)
  const host = new EngineHost({
    ...given,
    key,
    keyTrouble: key === null ? 'key-wrong' : null,
    nextKey: next,
    keys: plainKeys(given.keyFile),
    resourcesDir: resolve(import.meta.dirname, '../../resources'),
    appVersion: '1.0.0',
    insecureKey: true,
    checkAnswers: true,
    shell,
    clock: systemClock,
    ids: systemIds,
    log: systemLog,
  })
  const end = async () => {
    await host.close()
    process.exit(0)
  }
  port.onClose(() => void end())
  process.once('SIGTERM', () => void end())
  process.once('SIGINT', () => void end())
  host.serve(port)
  await host.open()
}

await run()
