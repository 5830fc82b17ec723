import { createHash, sign } from 'node:crypto'
import { type CourierHeader, courierVersion } from '#shared/contract/sync/courier.ts'
import { ByteReader } from '#shared/courier/byte-reader.ts'
import { sealFile } from '#shared/courier/seal-file.ts'
import type { FileToSave } from '../../usecases/ports.ts'
import { privateKeyOf } from '../raw-keys.ts'
import { remember } from '../sync-state.ts'
import { type CourierParts, note } from './courier-parts.ts'
import { gzipped } from './packing.ts'
import { queueLines, waitingQueue } from './queue-content.ts'

/** Written to the stick at once: few questions to the shell, and little to hold. */
const pieceBytes = 524_288

/**
 * Saves everything that waits as a file sealed to the centre and signed by this device. Nothing is marked as sent: it waits until its verdicts come, and is
 * in the next file, too. Throws FileGone.
 */
export async function saveQueue(
  parts: CourierParts,
  centreKey: string,
  to: FileToSave,
): Promise<{ commands: number; bytes: number }> {
  const { config } = parts
  const { id, commands, bytes } = await writeQueue(parts, centreKey, to)
  await config.store.inTransaction(async (trx) => {
    await remember(trx, 'queue-saved', { id, at: config.clock.now() })
    await note(parts, 'queue-saved', id)
  })
  return { commands, bytes }
}

/** Everything that waits, sealed and signed; nothing is changed by it. Returns the file's id, how many commands and bytes it holds. Throws FileGone. */
export async function writeQueue(
  parts: Pick<CourierParts, 'config' | 'device' | 'progress'>,
  centreKey: string,
  to: FileToSave,
): Promise<{ readonly id: string; readonly commands: number; readonly bytes: number }> {
  const { config, device } = parts
  const queue = await waitingQueue(config.store.read)
  const header = headerOf(parts, centreKey)
  const lines = counted(queueLines(config.store.read, device, queue, config.appVersion), (done) =>
    parts.progress('saving', Math.min(done, queue.bytes), queue.bytes),
  )
  const signingKey = privateKeyOf('ed25519', device.keys.signing.privateKey)
  const bytes = await writeWhole(
    to,
    sealFile(header, Buffer.from(centreKey, 'base64url'), gzipped(lines), {
      newHash: () => createHash('sha256'),
      sign: (message) => sign(null, message, signingKey),
    }),
  )
  return { id: header.id, commands: queue.commands.count, bytes }
}

function headerOf({ config, device }: Pick<CourierParts, 'config' | 'device'>, recipient: string): CourierHeader {
  const { deviceId, deviceName, generation } = device.identity
  const made = { v: courierVersion, kind: 'queue', id: config.ids.uuid(), answers: null, madeAt: config.clock.now() }
  return { ...made, kind: 'queue', deviceId, deviceName, generation, recipient }
}

async function* counted(lines: AsyncIterable<string>, tell: (done: number) => void): AsyncGenerator<string> {
  let done = 0
  for await (const line of lines) {
    done += line.length
    tell(done)
    yield line
  }
}

/** The file has its name only when all of it is on the disk; whatever fails before leaves nothing. Returns its bytes. */
export async function writeWhole(to: FileToSave, content: AsyncIterable<Uint8Array>): Promise<number> {
  const reader = new ByteReader(content)
  let written = 0
  try {
    for (let more = true; more; ) {
      const piece = await reader.exactly(pieceBytes)
      const bytes = piece ?? (await reader.rest())
      more = piece !== null
      if (bytes.length > 0) await to.write(bytes)
      written += bytes.length
    }
    await to.keep()
    return written
  } catch (cause) {
    await reader.stop()
    await to.drop()
    throw cause
  }
}
