import { createHash, generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import type { z } from 'zod'
import { AuditFileReader } from '#shared/audit/audit-file.ts'
import { auditTroubles } from '#shared/contract/engine/audit.ts'
import { toEngine, toShell } from '#shared/contract/shell/messages.ts'
import { type CourierHeader, courierVersion } from '#shared/contract/sync/courier.ts'
import { FileTrouble } from '#shared/courier/file-trouble.ts'
import { linesOf } from '#shared/courier/lines.ts'
import { checkFile, openFile } from '#shared/courier/open-file.ts'
import { sealFile } from '#shared/courier/seal-file.ts'
import { readMessage } from '../../../electron/engine/lan/messages.ts'
import { AskedShell } from '../../../electron/engine/port/asked-shell.ts'
import { rawPublicKey } from '../../../server/auth/raw-keys.ts'
import { anyText, anyThing, nearly } from './hostile.ts'

const newHash = () => createHash('sha256')
const optionsOf = (union: z.ZodType): z.ZodType[] =>
  'options' in union && Array.isArray(union.options) ? union.options : [union]

/** What shell and engine say to each other: nothing but a message of the contract is heard, and an answer that nobody waits for does nothing. */
export async function fuzzShell(runs: number): Promise<void> {
  const shell = new AskedShell(() => undefined, { uuid: () => 'x' })
  const messages = fc.oneof(anyThing, ...[toEngine, toShell].flatMap(optionsOf).map(nearly))
  await fc.assert(
    fc.asyncProperty(messages, async (message) => {
      toShell.safeParse(message)
      const heard = toEngine.safeParse(message)
      if (heard.success) shell.heard(heard.data)
    }),
    { numRuns: runs },
  )
}

/** Files of a courier with bytes changed, cut, doubled, and files that are none: refused as a file that is not in order, and by nothing else. */
export async function fuzzCourier(runs: number): Promise<void> {
  const keys = generateKeyPairSync('x25519')
  const raw = keys.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
  const recipient = rawPublicKey(keys.publicKey)
  const header: CourierHeader = {
    ...{ v: courierVersion, kind: 'queue', id: 'f-1', deviceId: 'd', deviceName: 'KTB-02', generation: 1 },
    ...{ madeAt: '2026-11-24T02:00:00.000Z', recipient, answers: null },
  } as CourierHeader
  const content = async function* () {
    yield Buffer.from('{"line":"end"}\n'.repeat(50))
  }
  const sealed = await whole(
    sealFile(header, Buffer.from(recipient, 'base64url'), content(), { newHash, sign: () => new Uint8Array(64) }),
  )
  const changes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.tuple(fc.nat(sealed.length - 1), fc.uint8Array({ minLength: 1, maxLength: 8 })).map(([at, bytes]) => {
      const changed = Buffer.from(sealed)
      changed.set(bytes.subarray(0, changed.length - at), at)
      return changed
    }),
    fc.nat(sealed.length).map((at) => sealed.subarray(0, at)),
    anyText.map((text) => Buffer.concat([sealed, Buffer.from(text)])),
    anyText.map((text) => Buffer.from(text)),
  )
  await fc.assert(
    fc.asyncProperty(changes, async (bytes) => {
      const chunks = async function* () {
        yield bytes
      }
      await onlyTrouble(async () => void (await checkFile(chunks(), newHash)))
      await onlyTrouble(async () => {
        for await (const line of linesOf(openFile(chunks(), raw))) void line
      })
    }),
    { numRuns: runs },
  )
}

/** What a desk says on the local network: a message, or none. A line that is no JSON is the only thing that may be thrown; the line is closed then. */
export async function fuzzLan(runs: number): Promise<void> {
  await fc.assert(
    fc.property(
      fc.oneof(
        anyText,
        anyThing.map((thing) => JSON.stringify(thing) ?? ''),
      ),
      (line) => {
        try {
          readMessage(line)
        } catch (cause) {
          if (!(cause instanceof SyntaxError)) throw cause
        }
      },
    ),
    { numRuns: runs },
  )
}

/** A file of an audit that somebody made up. */
export async function fuzzAuditFile(runs: number): Promise<void> {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  await fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          anyText,
          anyThing.map((thing) => JSON.stringify(thing) ?? ''),
        ),
        { maxLength: 4 },
      ),
      (lines) => {
        const reader = new AuditFileReader({ sha256, signed: () => true })
        for (const line of lines) if (!reader.take(line)) break
        if (reader.result().sound) throw new Error('something made up was called sound')
        return auditTroubles.length > 0
      },
    ),
    { numRuns: runs },
  )
}

async function onlyTrouble(run: () => Promise<void>): Promise<void> {
  try {
    await run()
  } catch (cause) {
    if (!(cause instanceof FileTrouble)) throw cause
  }
}

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
