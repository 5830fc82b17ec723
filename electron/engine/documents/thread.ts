import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'

/** A thread of this folder, as source and as built. */
export const startThread = (name: string, order: unknown): Worker =>
  new Worker(new URL(`./${name}${extname(import.meta.url)}`, import.meta.url), { workerData: order })

/** What the thread hands over; it ends by itself. */
export function inThread<Order, Made>(name: string, order: Order): Promise<Made> {
  return made(startThread(name, order))
}

export function made<Made>(worker: Worker): Promise<Made> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    // Where it answered, this comes too late to matter.
    worker.once('exit', (code) => reject(new Error(`the thread of a document ended with ${code}`)))
  })
}
