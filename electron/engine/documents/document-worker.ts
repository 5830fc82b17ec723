import { parentPort, workerData } from 'node:worker_threads'
import { type BindOrder, bindPages } from './bind-pages.ts'
import type { PaperOrder } from './make-paper.ts'
import { makePaper } from './make-paper.ts'
import type { ProofOrder } from './make-proof.ts'
import { makeProof } from './make-proof.ts'

export type DocumentOrder =
  | ({ readonly task: 'proof' } & ProofOrder)
  | ({ readonly task: 'paper' } & PaperOrder)
  | ({ readonly task: 'bind' } & BindOrder)

const order: DocumentOrder = workerData

/** A thread for one document: takes its order from `workerData`, hands over the PDF and ends. What it throws, the engine is told. */
parentPort?.postMessage(await make())

function make() {
  if (order.task === 'proof') return makeProof(order)
  return order.task === 'paper' ? makePaper(order) : bindPages(order)
}
