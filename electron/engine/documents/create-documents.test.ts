import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { ReceiptData } from '#shared/contract/engine/handover.ts'
import { receiptData } from '#shared/contract/engine/handover.ts'
import type { Receipt } from '#shared/domain/receipt/receipt.ts'
import { aKiaReceipt, aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import { pdfText } from '../../../tests/fixtures/pdf-text.ts'
import { signaturePng } from '../../../tests/printing/signature-png.ts'
import { createDocuments } from './create-documents.ts'

const { handoverProof } = createDocuments(fileURLToPath(new URL('../../../resources', import.meta.url)))

const data = (receipt: Receipt): ReceiptData => receiptData.parse(receipt)

test('the proof is one A4 page with a sheet for the citizen and one for the archive', async () => {
  const pages = await pdfText(await handoverProof(data(aReceipt()), signaturePng()))
  expect(pages).toHaveLength(1)
  const [first, second] = pages[0]?.split('Lembar 2: arsip') ?? []
  for (const sheet of [first, second]) {
    expect(sheet).toContain('BUKTI SERAH TERIMA KTP-EL Nomor: 0232/BST/3578071004-02/2026')
    expect(sheet).toContain('Selasa, 24-11-2026 09.14 WIB')
    expect(sheet).toContain('3578********0006')
    expect(sheet).toContain('Sendiri, e-Kitir dan PIN')
    expect(sheet).toContain('Yang menyerahkan')
    expect(sheet).toContain('Pusat informasi 031-99254200')
  }
})

test('while a proof is made the engine is free for others', async () => {
  // The first one loads the library: what others do meanwhile says nothing.
  await handoverProof(data(aReceipt()), null)
  let turns = 0
  let made = false
  const others = async () => {
    for (; !made; turns++) await new Promise(setImmediate)
  }
  const proof = handoverProof(data(aReceipt()), signaturePng()).finally(() => {
    made = true
  })
  await Promise.all([proof, others()])
  // Made in this thread, it lets others have a turn a hundred times; made in another, as often as they like.
  expect(turns).toBeGreaterThan(1000)
})

test('a proof that cannot be made is told as an error', async () => {
  const { handoverProof } = createDocuments('/nowhere')
  await expect(handoverProof(data(aReceipt()), null)).rejects.toThrow('/nowhere')
})

test('a copy, made offline, says both', async () => {
  const [page] = await pdfText(await handoverProof(data(aKiaReceipt({ copy: 3 })), null))
  expect(page).toContain('SALINAN KE-3')
  expect(page).toContain('Dicetak dalam mode luring')
  expect(page).toContain('BUKTI SERAH TERIMA KIA')
})

test('both sheets of a proof that is worth nothing any more say so, when and why', async () => {
  const ended = { how: 'undone', at: '2026-11-24T02:20:00.000Z', reason: 'Salah orang' } as const
  const undone = await pdfText(await handoverProof(data(aReceipt({ ended })), signaturePng()))
  expect(undone.join(' ').split('DIBATALKAN Selasa, 24-11-2026 09.20 WIB: Salah orang')).toHaveLength(3)
  const aside = { how: 'set-aside', at: null, reason: '' } as const
  const other = await pdfText(await handoverProof(data(aReceipt({ ended: aside })), signaturePng()))
  expect(other.join(' ').split('TIDAK BERLAKU')).toHaveLength(3)
})

test('a sheet too tall for half a page gets a page of its own, and nothing of it is lost', async () => {
  const name = `Raden Ayu ${'Kusumaningrat Widyaningtyas '.repeat(6)}Hadikusumo`
  const pages = await pdfText(
    await handoverProof(data(aReceipt({ ownerName: name, collectorName: name, copy: 1 })), signaturePng()),
  )
  expect(pages).toHaveLength(2)
  for (const page of pages) expect(page).toContain('Pusat informasi 031-99254200')
})

test.each([
  ['damaged', Buffer.concat([signaturePng().subarray(0, 400), Buffer.from('rusak')])],
  ['blank', signaturePng(1, 1)],
])('a signature that is %s leaves room for a pen', async (_, signature) => {
  expect(await pdfText(await handoverProof(data(aReceipt()), signature))).toHaveLength(1)
})

test('the typeface travels inside the file, and nothing is fetched', async () => {
  const pdf = Buffer.from(await handoverProof(data(aReceipt()), signaturePng())).toString('latin1')
  expect(pdf).toContain('+Inter-Regular')
  expect(pdf.match(/FontFile2/g)).toHaveLength(2)
  expect(pdf).not.toContain('/URI')
})
