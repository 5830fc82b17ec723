import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as contract from '../contract/sync/courier.ts'
import { plainFrameBytes } from './file-form.ts'
import { FileTrouble } from './file-trouble.ts'
import { linesOf } from './lines.ts'
import { checkFile, openFile } from './open-file.ts'
import { sealFile } from './seal-file.ts'

const newHash = () => createHash('sha256')
const device = generateKeyPairSync('ed25519')
const stranger = generateKeyPairSync('ed25519')
const rawPair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32),
  }
}
const centre = rawPair()
const header: contract.CourierHeader = {
  v: 1,
  kind: 'queue',
  id: 'F-1',
  answers: null,
  madeAt: '2026-11-24T02:00:00.000Z',
  deviceId: 'D-1',
  deviceName: 'Jalan Māwar 1',
  generation: 1,
  recipient: centre.publicKey.toString('base64url'),
}

async function* inPieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function whole(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}
const fileOf = (content: Uint8Array, signer = device) =>
  whole(
    sealFile(header, centre.publicKey, inPieces(content), {
      newHash,
      sign: (message) => sign(null, message, signer.privateKey),
    }),
  )
const signedBy =
  ({ publicKey } = device) =>
  (message: Uint8Array, signature: Uint8Array) =>
    verify(null, message, publicKey, signature)
/** All that whoever imports a file does with it. */
async function contentOf(file: Uint8Array, key = centre.privateKey): Promise<Buffer> {
  const checked = await checkFile(inPieces(file, 777), newHash)
  if (!checked.isSignedBy(signedBy())) throw new FileTrouble('signature-wrong')
  expect(checked.header).toEqual(header)
  return whole(openFile(inPieces(file, 4_096), key))
}
const troubleWith = (opening: Promise<unknown>) =>
  opening.then(
    () => 'none',
    (cause: unknown) => (cause instanceof FileTrouble ? cause.kind : cause),
  )

test.each([0, 1, plainFrameBytes - 1, plainFrameBytes, plainFrameBytes + 1, 3 * plainFrameBytes])(
  'a content of %i bytes comes out as it went in',
  async (length) => {
    const content = Buffer.alloc(length, 'isi')
    expect((await contentOf(await fileOf(content))).equals(content)).toBe(true)
  },
)

test('a file that is cut anywhere is told as damaged, and nothing of it is used', async () => {
  const file = await fileOf(Buffer.alloc(plainFrameBytes + 500, 7))
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: file.length - 1 }), async (length) => {
      expect(await troubleWith(contentOf(file.subarray(0, length)))).toBe(length < 8 ? 'not-ours' : 'damaged')
    }),
    { numRuns: 60, examples: [[0], [8], [file.length - 96], [file.length - 1]] },
  )
})

test('a file with any bit changed is refused', async () => {
  const file = await fileOf(Buffer.from('satu baris\n'))
  const kinds = new Set<unknown>()
  for (let at = 0; at < file.length; at++) {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    const trouble = await troubleWith(contentOf(changed))
    expect(trouble, `byte ${at}`).not.toBe('none')
    kinds.add(trouble)
  }
  // A header may also say a version that nobody has made yet.
  expect([...kinds].filter((kind) => kind !== 'too-new').sort()).toEqual(['damaged', 'not-ours', 'signature-wrong'])
})

test('what is written after the end of a file makes it another file', async () => {
  const file = await fileOf(Buffer.from('isi'))
  expect(await troubleWith(contentOf(Buffer.concat([file, Buffer.from('x')])))).toBe('damaged')
})

test('cut behind a frame, with that one said to be the last, it does not open', async () => {
  const file = await fileOf(Buffer.alloc(2 * plainFrameBytes, 7))
  const first = file.indexOf('"}') + 2 + 32
  const length = 4 + plainFrameBytes + 16
  const cut = Buffer.concat([file.subarray(0, first + length), file.subarray(-96)])
  cut[first] = 0x80
  expect(await troubleWith(whole(openFile(inPieces(cut), centre.privateKey)))).toBe('other-recipient')
})

test('only the recipient opens it: a courier can say that it is whole, and read nothing', async () => {
  const secret = 'Dewi Lestari 3578015204900001'
  const file = await fileOf(Buffer.from(secret))
  expect(file.includes('Dewi')).toBe(false)
  expect((await checkFile(inPieces(file), newHash)).header.deviceId).toBe('D-1')
  expect(await troubleWith(contentOf(file, rawPair().privateKey))).toBe('other-recipient')
})

test('a file signed by another than the device it names is told as forged, whatever it says', async () => {
  const file = await fileOf(Buffer.from('isi'), stranger)
  expect(await troubleWith(contentOf(file))).toBe('signature-wrong')
  // A true content under another header does not open: the header is part of the seal.
  const text = file.toString('latin1').replace('"D-1"', '"D-2"')
  const moved = Buffer.from(text, 'latin1')
  expect(await troubleWith(whole(openFile(inPieces(moved), centre.privateKey)))).toBe('other-recipient')
})

test('a file of a newer program, and one that is none of ours, are told apart', async () => {
  const newer = Buffer.from((await fileOf(Buffer.from('isi'))).toString('latin1').replace('"v":1', '"v":2'), 'latin1')
  expect(await troubleWith(checkFile(inPieces(newer), newHash))).toBe('too-new')
  expect(await troubleWith(checkFile(inPieces(Buffer.from('%PDF-1.7 not a queue')), newHash))).toBe('not-ours')
  expect(await troubleWith(checkFile(inPieces(Buffer.alloc(0)), newHash))).toBe('not-ours')
})

test('lines come whole however they were cut, and a half one at the end is damage', async () => {
  const text = Buffer.from('satu\n\ndua tiga\nempat\n')
  for (const size of [1, 2, 3, 100]) {
    const lines: string[] = []
    for await (const line of linesOf(inPieces(text, size))) lines.push(Buffer.from(line).toString())
    expect(lines).toEqual(['satu', '', 'dua tiga', 'empat'])
  }
  expect(await troubleWith(whole(linesOf(inPieces(Buffer.from('satu\ndu')))))).toBe('damaged')
})

// A field more that may be absent is compatible: only the hash is renewed. Anything else is another version of the file.
test('the form of the content is as it was: whoever changes it incompatibly raises courierVersion and renews this hash', () => {
  const schemas = [contract.courierHeader, contract.queueLine, contract.answerLine]
  const text = JSON.stringify(schemas.map((schema) => z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' })))
  expect([contract.courierVersion, createHash('sha256').update(text).digest('hex').slice(0, 16)]).toEqual([
    1,
    'ef2aa43e9452504a',
  ])
})
