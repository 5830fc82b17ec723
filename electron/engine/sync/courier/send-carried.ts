import { createHash } from 'node:crypto'
import { CentreTrouble } from '../centre-trouble.ts'
import type { Link } from '../link.ts'
import { pushBetween } from '../push.ts'
import {
  addPart,
  bytesKept,
  type CarriedFile,
  carriedFiles,
  changeFile,
  lengthKept,
  partsFrom,
} from './carried-store.ts'

/** Hands carried files to the centre and fetches the answers, each going on where it was cut. Own work goes before every piece. */
export async function sendCarried(link: Link): Promise<void> {
  for (const file of await carriedFiles(link.config.store.read)) {
    if (file.state !== 'waiting' && file.state !== 'opened') continue
    try {
      const opened = file.state === 'opened' ? file : await handOver(link, file)
      if (opened) await fetchAnswer(link, opened)
    } catch (cause) {
      if (!(cause instanceof CentreTrouble) || cause.reason !== 'refused') throw cause
      // One that the centre does not want now must not hold up the others; it is tried again with the next round.
      link.config.log.error('carried-file-not-taken', cause)
      if (cause.status === 404) await change(link, file, { state: 'waiting', sent: 0 })
    }
  }
}

/** Null: the centre refused it for good. */
async function handOver(link: Link, file: CarriedFile): Promise<CarriedFile | null> {
  const name = String(file.sha256)
  await sendParts(link, file, name)
  const { state, code, answer } = await link.client.courierOpen(name)
  if (state === 'refused' || answer === null) {
    await change(link, file, { state: 'refused', code: code ?? 'damaged' })
    return null
  }
  const opened = { state: 'opened', answer_sha256: answer.sha256, answer_size: answer.size } as const
  await change(link, file, opened)
  return { ...file, ...opened }
}

async function sendParts(link: Link, file: CarriedFile, name: string): Promise<void> {
  const received = await link.client.courierReceived(name)
  for await (const { start, bytes } of partsFrom(link.config.store.read, file.id, 'file')) {
    const from = Math.max(start, received)
    if (from >= start + bytes.length) continue
    await pushBetween(link)
    await link.client.courierPut({ sha256: name, bytes: bytes.subarray(from - start), from, size: file.size })
    await change(link, file, { sent: start + bytes.length })
  }
}

/** It is kept piece by piece, and proven when it is whole. */
async function fetchAnswer(link: Link, file: CarriedFile): Promise<void> {
  const { store } = link.config
  const size = file.answer_size ?? 0
  for (let start = await lengthKept(store.read, file.id, 'answer'); start < size; ) {
    await pushBetween(link)
    const bytes = await link.client.courierAnswer(String(file.sha256), start)
    if (bytes.length === 0) throw new CentreTrouble('answer-unreadable', 'unexpected', { status: 200 })
    const part = { start, bytes }
    await store.inTransaction((trx) => addPart(trx, file.id, 'answer', part))
    start += bytes.length
  }
  const hash = createHash('sha256')
  for await (const bytes of bytesKept(store.read, file.id, 'answer')) hash.update(bytes)
  if (hash.digest('hex') === file.answer_sha256) return change(link, file, { state: 'answered' })
  await store.inTransaction(async (trx) => {
    await trx.deleteFrom('carried_part').where('file_id', '=', file.id).where('what', '=', 'answer').execute()
  })
  throw new CentreTrouble('answer-unreadable', 'unexpected', { status: 200 })
}

async function change({ config }: Link, { id }: CarriedFile, to: Parameters<typeof changeFile>[2]): Promise<void> {
  await config.store.inTransaction((trx) => changeFile(trx, id, to))
  config.announce('courier')
}
