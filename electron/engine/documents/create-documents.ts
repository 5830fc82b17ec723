import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PagePictures } from '../usecases/ports.ts'
import type { CreateDocuments } from '../wiring.ts'
import type { DocumentOrder } from './document-worker.ts'
import type { PictureOrder } from './draw-pages.ts'

/**
 * PDF documents in the typeface of `resourcesDir`/fonts, each made in a thread of its own: laying one out would hold up every other answer of the
 * engine. The thread and the large library in it are gone afterwards; a counter may work for days without a document.
 */
export const createDocuments: CreateDocuments = (resourcesDir) => ({
  handoverProof: (receipt, signature) => document({ task: 'proof', resourcesDir, receipt, signature }),
  paper: (paper) => document({ task: 'paper', resourcesDir, paper }),
  pictures: (pdf, of) => inThread<PictureOrder, PagePictures>('picture-worker', { pdf, ...of }),
})

const document = (order: DocumentOrder) => inThread<DocumentOrder, Uint8Array>('document-worker', order)

/** The worker lies beside this file, as source and as built. */
function inThread<Order, Made>(name: string, order: Order): Promise<Made> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./${name}${extname(import.meta.url)}`, import.meta.url), { workerData: order })
    worker.once('message', resolve)
    worker.once('error', reject)
    // Where it answered, this comes too late to matter.
    worker.once('exit', (code) => reject(new Error(`the thread of a document ended with ${code}`)))
  })
}
