import { parentPort, workerData } from 'node:worker_threads'
import { checkSignature, type SignatureOrder } from './check-signature.ts'
import { drawPages, type PictureOrder } from './draw-pages.ts'
import { type OpenOrder, openPages } from './open-pages.ts'

const order: OpenOrder | SignatureOrder | ({ readonly task?: undefined } & PictureOrder) = workerData

/** A thread that looks at one PDF, ours or anybody's, as its order in `workerData` says, hands over what it saw and ends. */
parentPort?.postMessage(await look())

function look() {
  if (order.task === 'signature') return checkSignature(order)
  return order.task === 'open' ? openPages(order) : drawPages(order)
}
