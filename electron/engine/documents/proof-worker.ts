import { parentPort, workerData } from 'node:worker_threads'
import { makeProof } from './make-proof.ts'

/** A thread for one proof: takes its order from `workerData`, hands over the PDF and ends. What it throws, the engine is told. */
const pdf = await makeProof(workerData)
parentPort?.postMessage(pdf)
