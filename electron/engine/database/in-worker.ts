import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CopyWish } from './backup/copy-database.ts'
import type { ConnectOptions } from './connect.ts'

export type DatabaseTask =
  | ({ readonly do: 'copy' } & CopyWish)
  | { readonly do: 'check'; readonly from: ConnectOptions }

/** `found`: what a check found broken, null: nothing. */
export type TaskEnd =
  | { readonly found: string | null }
  | { readonly failed: { readonly code: string; readonly message: string } }

type Said = TaskEnd | { readonly done: number; readonly total: number }

/** Does a task in a thread of its own. Rejects with an error that bears the code of SQLite or of the file system. */
export function inWorker(
  task: DatabaseTask,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<string | null> {
  // It lies beside this file, as source and as built.
  const file = new URL(`./database-worker${extname(import.meta.url)}`, import.meta.url)
  return new Promise((resolve, reject) => {
    const thread = new Worker(file, { workerData: task })
    thread.on('message', (said: Said) => {
      if ('done' in said) return onProgress(said.done, said.total)
      if ('failed' in said) return reject(Object.assign(new Error(said.failed.message), { code: said.failed.code }))
      resolve(said.found)
    })
    thread.on('error', reject)
    thread.on('exit', () => reject(new Error('the thread ended without a word')))
  })
}
