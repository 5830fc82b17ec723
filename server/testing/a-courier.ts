import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type AnswerLine, answerLine, type CourierHeader, type QueueLine } from '#shared/contract/sync/courier.ts'
import { change, type PushedCommand } from '#shared/contract/sync/protocol.ts'
import { checkFile, openFile } from '#shared/courier/open-file.ts'
import { sealFile } from '#shared/courier/seal-file.ts'
import type { Centre } from '../centre.ts'
import type { ADevice } from './a-device.ts'

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const newHash = () => createHash('sha256')

async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

interface Queue {
  readonly commands?: readonly PushedCommand[]
  readonly cursor?: string | null
  readonly more?: readonly QueueLine[]
}
interface Forgery {
  readonly header?: Partial<CourierHeader>
  readonly signer?: ADevice
}

/** The file that a device without a network would save, or what somebody would like to pass off as one. */
export function queueFile(
  device: ADevice,
  { keys }: Pick<Centre, 'keys'>,
  { commands = [], cursor = null, more = [] }: Queue,
  { header = {}, signer = device }: Forgery = {},
): Promise<Buffer> {
  const { deviceId, deviceName, homeScope } = device.identity
  const { generation } = device.chain
  const lines: QueueLine[] = [
    { line: 'about', appVersion: '1.0.0', cursors: [{ scope: homeScope, cursor }] },
    ...commands.map((command) => ({ line: 'command' as const, generation, ...command })),
    ...more,
    { line: 'end' },
  ]
  const content = gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const head: CourierHeader = {
    ...{ v: 1, kind: 'queue', id: randomUUID(), answers: null, madeAt: '2026-11-24T01:59:00.000Z' },
    ...{ deviceId, deviceName, generation, recipient: keys.sealingKey, ...header },
  }
  const recipient = Buffer.from(keys.sealingKey, 'base64url')
  return whole(sealFile(head, recipient, Readable.from([content]), { newHash, sign: signer.sign }))
}

/** Sends a file whole and has it opened. */
export async function carry(carrier: ADevice, file: Buffer) {
  const path = `/v1/courier/${sha256(file)}`
  const headers = { 'content-type': 'application/octet-stream' }
  await carrier.request(path, { method: 'PUT', headers, body: new Uint8Array(file) })
  return carrier.post(path, {})
}

export async function fetchAnswer(carrier: ADevice, file: Buffer): Promise<Buffer> {
  const answer = await carrier.request(`/v1/courier/${sha256(file)}`)
  return Buffer.from(await answer.arrayBuffer())
}

/** What an answer says to its device, after proving that it is the centre's. Rows by entity and id. */
export async function readAnswer(device: ADevice, { keys }: Pick<Centre, 'keys'>, bytes: Buffer) {
  const file = await checkFile(Readable.from([bytes]), newHash)
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: keys.signingKey }, format: 'jwk' })
  if (!file.isSignedBy((message, signature) => verify(null, message, key, signature))) throw new Error('not signed')
  const content = await whole(openFile(Readable.from([bytes]), device.sealingKey))
  const lines = gunzipSync(content)
    .toString()
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text))
  const said: AnswerLine[] = lines.flatMap((line) => answerLine.safeParse(line).data ?? [])
  const rows = lines.flatMap((line) => change.safeParse(line).data ?? [])
  return {
    header: file.header,
    about: said.find((line) => line.line === 'about'),
    verdicts: said.flatMap((line) => (line.line === 'verdict' ? [line.original ?? line.kind] : [])),
    pages: said.filter((line) => line.line === 'page'),
    said,
    rows: rows.map(({ entity, id }) => `${entity}/${id}`),
  }
}
