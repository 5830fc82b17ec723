import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { CreateDocuments } from '../wiring.ts'
import type { ProofOrder } from './make-proof.ts'

/**
 * PDF documents in the typeface of `resourcesDir`/fonts, each made in a thread of its own: laying one out would hold up every other answer of the
 * engine. The thread and the large library in it are gone afterwards; a counter may work for days without a document.
 */
export const createDocuments: CreateDocuments = (resourcesDir) => ({
  handoverProof: (receipt, signature) => inThread({ resourcesDir, receipt, signature }),
})

/** Beside this file, as source and as built. */
const proofWorker = new URL(`./proof-worker${extname(import.meta.url)}`, import.meta.url)

function inThread(order: ProofOrder): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(proofWorker, { workerData: order })
    worker.once('message', resolve)
    worker.once('error', reject)
    // Where it answered, this comes too late to matter.
    worker.once('exit', (code) => reject(new Error(`the thread of a document ended with ${code}`)))
  })
}
