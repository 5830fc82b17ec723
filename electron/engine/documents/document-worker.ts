import { parentPort, workerData } from 'node:worker_threads'
import type { PaperOrder } from './make-paper.ts'
import { makePaper } from './make-paper.ts'
import type { ProofOrder } from './make-proof.ts'
import { makeProof } from './make-proof.ts'

export type DocumentOrder = ({ readonly task: 'proof' } & ProofOrder) | ({ readonly task: 'paper' } & PaperOrder)

const order: DocumentOrder = workerData

/** A thread for one document: takes its order from `workerData`, hands over the PDF and ends. What it throws, the engine is told. */
const pdf = await (order.task === 'proof' ? makeProof(order) : makePaper(order))
parentPort?.postMessage(pdf)
