import { parentPort, workerData } from 'node:worker_threads'
import { drawPages, type PictureOrder } from './draw-pages.ts'
import { type OpenOrder, openPages } from './open-pages.ts'

const order: OpenOrder | ({ readonly task?: undefined } & PictureOrder) = workerData

/** A thread that draws the pages of one PDF, ours or anybody's: takes its order from `workerData`, hands over the pictures and ends. */
const pictures = await (order.task === 'open' ? openPages(order) : drawPages(order))
parentPort?.postMessage(pictures)
