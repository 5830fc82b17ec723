import { parentPort, workerData } from 'node:worker_threads'
import { copyDatabase } from './backup/copy-database.ts'
import { checkDatabase } from './check-database.ts'
import type { DatabaseTask, TaskEnd } from './in-worker.ts'

/** A thread with a connection of its own for what reads the whole database: nobody at the counter waits for it. Does one task and ends. */
function work(task: DatabaseTask): TaskEnd {
  if (task.do === 'check')
    return { found: checkDatabase(task.from, (done, total) => parentPort?.postMessage({ done, total })) }
  copyDatabase(task)
  return { found: null }
}

function end(): TaskEnd {
  try {
    return work(workerData)
  } catch (cause) {
    // An error loses its code on the way between threads.
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    return { failed: { code, message: cause instanceof Error ? cause.message : String(cause) } }
  }
}

parentPort?.postMessage(end())
