import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { codeOf, Mistake } from '../mistake.ts'

export interface Lock {
  release(): void
}

const busy = 5
/** Two that begin at the same moment may stand in each other's way for an instant. */
const patienceMs = 300

/**
 * Takes `file` for this process until `release` or the end of the process, however that comes. Throws `inUse(holder)` when another has it.
 *
 * The lock is the operating system's, on a file that SQLite keeps open: it is gone with its holder, kill -9 included. So there is no stale lock to
 * judge, and no pid that another process may have got meanwhile; the pid lies in a file beside it and is only told. Nobody but SQLite may open the
 * lock file in this process: POSIX drops a process's locks on a file whenever it closes any descriptor of that file.
 */
export function takeLock(file: string, inUse: (holder: string) => Mistake): Lock {
  const held = openIn(dirname(file), file)
  const pidFile = `${file}.pid`
  try {
    // Never committed: the lock lasts until the file is closed.
    held.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    held.close()
    throw Reflect.get(Object(cause), 'errcode') === busy ? inUse(holderIn(pidFile)) : cause
  }
  writeFileSync(pidFile, String(process.pid))
  return {
    release: () => {
      rmSync(pidFile, { force: true })
      held.close()
    },
  }
}

function openIn(folder: string, file: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true })
    return new DatabaseSync(file, { timeout: patienceMs })
  } catch (cause) {
    throw new Mistake(`The folder ${folder} cannot be made or written to (${codeOf(cause)}).`, { cause })
  }
}

function holderIn(pidFile: string): string {
  try {
    return `process ${readFileSync(pidFile, 'utf8')}`
  } catch (cause) {
    // It has the lock and has not written its pid yet.
    if (codeOf(cause) !== 'ENOENT') throw cause
    return 'another process'
  }
}
