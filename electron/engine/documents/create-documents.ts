import type { BoundPdf, PagePictures } from '../usecases/ports.ts'
import type { CreateDocuments } from '../wiring.ts'
import type { DocumentOrder } from './document-worker.ts'
import type { PictureOrder } from './draw-pages.ts'
import { openGuarded, signatureGuarded } from './open-guarded.ts'
import { inThread } from './thread.ts'

/**
 * PDF documents in the typeface of `resourcesDir`/fonts, each made in a thread of its own: laying one out would hold up every other answer of the
 * engine. The thread and the large library in it are gone afterwards; a counter may work for days without a document.
 */
export const createDocuments: CreateDocuments = (resourcesDir) => ({
  handoverProof: (receipt, signature) => document({ task: 'proof', resourcesDir, receipt, signature }),
  paper: (paper) => document({ task: 'paper', resourcesDir, paper }),
  pictures: (pdf, of) => inThread<PictureOrder, PagePictures>('picture-worker', { pdf, ...of }),
  open: (pdf, of) => openGuarded({ task: 'open', pdf, ...of }),
  signature: (pdf, anchors) => signatureGuarded({ task: 'signature', pdf, anchors }),
  bind: (pages, mostBytes) =>
    inThread<DocumentOrder, BoundPdf>('document-worker', { task: 'bind', resourcesDir, pages, mostBytes }),
})

const document = (order: DocumentOrder) => inThread<DocumentOrder, Uint8Array>('document-worker', order)
