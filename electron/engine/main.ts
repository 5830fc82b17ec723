import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import type { Start } from '#shared/contract/shell/start.ts'
import { type Engine, openEngine } from './index.ts'
import { AskedShell } from './port/asked-shell.ts'
import type { EnginePort } from './port/engine-port.ts'
import { type ShellLine, shellLine } from './port/parent-port.ts'
import { systemClock, systemIds, systemLog } from './system.ts'
import { type DatabaseTroubleKind, troubleOf } from './usecases/database-trouble.ts'

/** The engine as Electron's shell starts it: waits for `start`, opens the database, serves every port that is handed over. */

const fatalOf: Record<DatabaseTroubleKind, FatalCode> = {
  'disk-full': 'no-room',
  damaged: 'database-damaged',
  newer: 'database-newer',
  'key-wrong': 'key-wrong',
  locked: 'database-locked',
}

async function open(start: Start, shell: AskedShell): Promise<Engine> {
  return openEngine({
    ...start,
    key: Buffer.from(start.key, 'base64'),
    sqliteBinding: start.sqliteBinding,
    enrolCode: start.enrolCode,
    checkAnswers: start.insecureKey,
    shell,
    clock: systemClock,
    ids: systemIds,
    log: systemLog,
  })
}

function serveShell(line: ShellLine): void {
  const shell = new AskedShell((message) => line.send(message), systemIds)
  const waiting: EnginePort[] = []
  let opening: Promise<Engine> | null = null
  let engine: Engine | null = null

  const begin = async (start: Start) => {
    try {
      opening = open(start, shell)
      engine = await opening
      for (const port of waiting.splice(0)) engine.serve(port)
      line.send({ type: 'ready' })
    } catch (cause) {
      systemLog.error('no-database', cause)
      const trouble = troubleOf(cause)
      // The shell tells the screens, and answers with `stop`: an exit right here could overtake the message.
      line.send({ type: 'fatal', code: trouble === null ? 'unknown' : fatalOf[trouble] })
    }
  }
  const stop = async () => {
    const opened = await opening?.catch(() => null)
    await opened?.close()
    process.exit(0)
  }
  line.onMessage((message, port) => {
    if (message.type === 'start') void begin(message)
    else if (message.type === 'stop') void stop()
    else if (message.type === 'network') engine?.networkChanged(message.online)
    else if (message.type === 'power' && message.event === 'resume') engine?.networkChanged(true)
    else if (port && engine) engine.serve(port)
    else if (port) waiting.push(port)
    else shell.heard(message)
  })
}

const line = shellLine()
if (line === null) throw new Error('no shell: start this program from Electron, or run cli.ts')
serveShell(line)
