import { webcrypto } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { type Authority, anAuthority, aSignedPdf, aSigner } from '../../../tests/fixtures/signed-pdf.ts'
import { checkSignature } from './check-signature.ts'
import { createDocuments } from './create-documents.ts'

let city: Authority
let stranger: Authority
let pdf: Uint8Array
const at = '2026-11-24T03:00:00.000Z'

beforeAll(async () => {
  ;[city, stranger] = [await anAuthority('CA Uji Kota'), await anAuthority('CA Asing')]
  pdf = await aSignedPdf(await aSigner(city, 'Kepala Dinas Uji'), at)
})

const check = (of: Uint8Array, anchors: readonly Uint8Array[] = [city.der]) =>
  checkSignature({ task: 'signature', pdf: of, anchors })

test('signed by somebody whom the city’s anchor vouches for', async () => {
  expect(await check(pdf)).toEqual({ state: 'trusted', signer: 'Kepala Dinas Uji', at })
})

test('without anchors, or with another’s, the signature holds and the signer is unknown', async () => {
  for (const anchors of [[], [stranger.der]])
    expect(await check(pdf, anchors)).toEqual({ state: 'unknown-signer', signer: 'Kepala Dinas Uji', at })
})

test('any byte of what was signed changed: it is not what was signed', async () => {
  const places = [20, 60, pdf.length - 10]
  for (const place of places) {
    const changed = Uint8Array.from(pdf)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect([place, (await check(changed)).state]).toEqual([place, 'changed'])
  }
})

test('something added after it was signed is said, and is neither valid nor a change of what was signed', async () => {
  const added = Buffer.concat([pdf, Buffer.from('\n% more')])
  expect(await check(added)).toEqual({ state: 'added-to', signer: 'Kepala Dinas Uji', at })
  added[20] = (added[20] ?? 0) ^ 1
  expect((await check(added)).state).toBe('changed')
})

test('a PDF without a signature, and one whose gap holds more than the signature', async () => {
  expect((await check(Buffer.from('%PDF-1.4\n%%EOF'))).state).toBe('none')
  const text = Buffer.from(pdf).toString('latin1')
  const hidden = Buffer.from(text.replace(/0000000000>/, '(rahasia)0>'), 'latin1')
  expect((await check(hidden)).state).toBe('none')
})

test('garbage in the place of a signature vouches for nothing, also in the guarded thread', async () => {
  const noise = Buffer.from(webcrypto.getRandomValues(new Uint8Array(64))).toString('hex')
  const text = `%PDF-1.4 /ByteRange [0 50 182 4]`.padEnd(50)
  const broken = Buffer.from(`${text}<${noise}00>EOF\n`, 'latin1')
  const { signature } = createDocuments('unused')
  expect(['none', 'changed']).toContain((await signature(broken, [])).state)
  expect(await signature(pdf, [city.der])).toMatchObject({ state: 'trusted' })
})
