import { createHash, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AuditFileReader, type AuditFileResult, AuditFileWriter } from './audit-file.ts'
import { type KeptEntry, noHash } from './check-link.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const own = generateKeyPairSync('ed25519')
const strange = generateKeyPairSync('ed25519')
const rawOf = ({ publicKey }: typeof own) => String(publicKey.export({ format: 'jwk' }).x)
const signWith =
  ({ privateKey }: typeof own) =>
  (text: string) =>
    sign(null, Buffer.from(text), privateKey).toString('base64url')
const signed = (x: string, text: string, signature: string) => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'))
  } catch {
    return false
  }
}

function aChain(length: number): KeptEntry[] {
  let prevHash = noHash
  return Array.from({ length }, (_, at) => {
    const said = {
      seq: at + 1,
      at: '2026-11-24T02:00:00.000Z',
      staffId: 'rini',
      kind: 'scan',
      subject: `k-${at}`,
      commandHash: null,
      prevHash,
    }
    const entry = JSON.stringify(said)
    prevHash = sha256(entry)
    return { generation: 1, seq: at + 1, entry, hash: prevHash }
  })
}

const about = {
  deviceId: 'd',
  deviceName: 'KTB-02',
  scope: '3578071004',
  madeAt: '2026-11-24T02:00:00.000Z',
  madeBy: 'hendra',
  after: null,
}
function written(
  entries: readonly KeptEntry[],
  signer = own,
  more: Partial<typeof about & { after: KeptEntry | null }> = {},
): string {
  const writer = new AuditFileWriter(sha256)
  const lines = [writer.begin({ ...about, ...more, key: rawOf(own) }), ...entries.map((one) => writer.entry(one))]
  return [...lines, writer.end(signWith(signer))].join('')
}
function read(text: string): AuditFileResult {
  const reader = new AuditFileReader({ sha256, signed })
  for (const line of text.replace(/\n$/, '').split('\n')) if (!reader.take(line)) break
  return reader.result()
}

const chain = aChain(6)
const file = written(chain)

test('a file says whose it is, how many entries it holds and where the chain stands', () => {
  expect(read(file)).toEqual({
    sound: true,
    head: { ...about, key: rawOf(own) },
    entries: 6,
    chainHead: chain[5]?.hash,
  })
  for (const line of file.trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow()
})

test('a piece of a chain begins behind the entry that it names', () => {
  const [first, second, ...rest] = chain
  const after = second && { generation: 1, seq: 2, hash: second.hash }
  expect(read(written(rest, own, { after: after as never }))).toMatchObject({ sound: true, entries: 4 })
  expect(
    read(written(rest, own, { after: { generation: 1, seq: 2, hash: first?.hash ?? '' } as never })),
  ).toMatchObject({ sound: false, line: 2, trouble: 'parted' })
})

test('any byte that is changed is named by its line', () => {
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.constantFrom(...'0a"{}: ,Zé'), (at, letter) => {
      fc.pre(file[at] !== letter && file[at] !== '\n')
      const changed = file.slice(0, at) + letter + file.slice(at + 1)
      const line = file.slice(0, at).split('\n').length
      expect({ at, letter, ...read(changed) }).toMatchObject({ at, letter, sound: false, line })
    }),
    { numRuns: 2000 },
  )
})

test('a line that is missing, doubled or moved is named, a file that is cut is called cut, and nothing may follow its end', () => {
  const lines = file.trim().split('\n')
  const without = (at: number) => [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n')
  expect(read(without(2))).toEqual({ sound: false, line: 3, trouble: 'line-changed' })
  expect(read(lines.slice(0, 5).join('\n'))).toEqual({ sound: false, line: 6, trouble: 'cut' })
  expect(read(`${file}{}`)).toEqual({ sound: false, line: 9, trouble: 'more-after-the-end' })
  expect(read('')).toEqual({ sound: false, line: 1, trouble: 'not-an-audit' })
})

test('whoever writes the file anew needs the key of the device; whoever has an entry left out or put in, the whole chain', () => {
  expect(read(written(chain, strange))).toEqual({ sound: false, line: 8, trouble: 'signature-wrong' })
  const [, second, , ...rest] = chain
  expect(read(written([...chain.slice(0, 2), ...rest]))).toEqual({ sound: false, line: 4, trouble: 'gap' })
  const forged = { ...chain[2], entry: chain[2]?.entry.replace('rini', 'siti') ?? '' } as KeptEntry
  expect(read(written([...chain.slice(0, 2), forged, ...rest]))).toMatchObject({ line: 4, trouble: 'changed' })
  expect(read(written([...chain.slice(0, 2), { ...forged, hash: sha256(forged.entry) }, ...rest]))).toMatchObject({
    line: 5,
    trouble: 'parted',
  })
  expect(second?.seq).toBe(2)
})
