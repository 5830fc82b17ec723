import { parentPort, workerData } from 'node:worker_threads'
import { drawPages } from './draw-pages.ts'

/** A thread that draws the pages of one PDF: takes its order from `workerData`, hands over the pictures and ends. */
const pictures = await drawPages(workerData)
parentPort?.postMessage(pictures)
