import type { ToEngine } from '#shared/contract/shell/messages.ts'
import type { Start } from '#shared/contract/shell/start.ts'
import { EngineHost } from './host.ts'
import { AskedShell } from './port/asked-shell.ts'
import { type ShellLine, shellLine } from './port/parent-port.ts'
import { systemClock, systemIds, systemLog } from './system.ts'

/** The engine as Electron's shell starts it: waits for `start`, opens the database, serves every port that is handed over. */

const bytesOf = (base64: string | null | undefined) => (base64 ? Buffer.from(base64, 'base64') : null)

const hostFor = (start: Start, shell: AskedShell): EngineHost =>
  new EngineHost({
    ...start,
    key: bytesOf(start.key),
    nextKey: bytesOf(start.nextKey),
    sqliteBinding: start.sqliteBinding,
    enrolCode: start.enrolCode,
    checkAnswers: start.insecureKey,
    shell,
    keys: shell,
    clock: systemClock,
    ids: systemIds,
    log: systemLog,
  })

function serveShell(line: ShellLine): void {
  const shell = new AskedShell((message) => line.send(message), systemIds)
  const waiting: Parameters<EngineHost['serve']>[0][] = []
  let host: EngineHost | null = null

  const begin = async (start: Start) => {
    host = hostFor(start, shell)
    for (const port of waiting.splice(0)) host.serve(port)
    await host.open()
    line.send({ type: 'ready' })
  }
  const stop = async () => {
    await host?.close()
    process.exit(0)
  }
  const onPower = (event: Extract<ToEngine, { type: 'power' }>['event']) => {
    if (event === 'resume') host?.networkChanged(true)
    if (event === 'lock-screen' || event === 'suspend') host?.lockScreens()
  }
  line.onMessage((message, port) => {
    if (message.type === 'start') void begin(message)
    else if (message.type === 'stop') void stop()
    else if (message.type === 'network') host?.networkChanged(message.online)
    else if (message.type === 'power') onPower(message.event)
    else if (port && host) host.serve(port)
    else if (port) waiting.push(port)
    else shell.heard(message)
  })
}

const line = shellLine()
if (line === null) throw new Error('no shell: start this program from Electron, or run cli.ts')
serveShell(line)
