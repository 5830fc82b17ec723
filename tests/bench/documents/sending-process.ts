// A desk with so many documents of 3 MB, in a process of its own: tells its parent how much memory sending them took over what it had idle.
import { randomBytes } from 'node:crypto'
import { Desk } from '../../sync/desk.ts'

const [url = '', scope = '', code = '', count = '1'] = process.argv.slice(2)
const size = 3_000_000
const desk = await Desk.enrolled(url, scope, code)
for (let at = 0; at < Number(count); at++)
  await desk.store.inTransaction((trx) => desk.sync.blobsIn(trx).put(randomBytes(size), 'application/pdf'))
globalThis.gc?.()
const idle = process.memoryUsage.rss()
let peak = idle
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss())
}, 20)
const started = performance.now()
// A line that was cut is no end: the next round goes on.
while ((await desk.overview()).blobs.waiting > 0) await desk.round()
const seconds = (performance.now() - started) / 1000
clearInterval(watch)
await desk.close()
process.send?.({ overIdle: peak - idle, seconds })
process.disconnect?.()
