import { courierLimits } from '../contract/sync/courier.ts'
import { joined } from './file-form.ts'
import { FileTrouble } from './file-trouble.ts'

const newline = 10

/** Lines of a content, without their ends; what has no end at the end of all is no line. Throws FileTrouble `damaged` beyond the limits. */
export async function* linesOf(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = []
  let [length, total] = [0, 0]
  for await (const chunk of content) {
    total += chunk.length
    if (total > courierLimits.contentBytes) throw new FileTrouble('damaged')
    let from = 0
    for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
      yield joined(...begun, chunk.subarray(from, at))
      begun = []
      length = 0
      from = at + 1
    }
    if (from === chunk.length) continue
    begun.push(chunk.slice(from))
    length += chunk.length - from
    if (length > courierLimits.lineBytes) throw new FileTrouble('damaged')
  }
  if (length > 0) throw new FileTrouble('damaged')
}
