import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { aKiaReceipt, aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import { encodeReceipt } from '../../electron/engine/printing/encode-receipt.ts'
import { escposPicture } from './escpos-picture.ts'
import { signaturePng } from './signature-png.ts'

beforeAll(async () => {
  const file = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))
  const wasmBinary = Uint8Array.from(readFileSync(file)).buffer
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
})

test.each([
  ['80 mm', 80, aReceipt()],
  ['58 mm, a copy, offline', 58, aKiaReceipt({ copy: 1 })],
] as const)('the QR on the paper (%s) reads as the receipt number', async (_, widthMm, receipt) => {
  const picture = escposPicture(encodeReceipt({ receipt, signature: signaturePng() }, widthMm, 1), widthMm)
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'] })
  expect(found.map(({ text }) => text)).toEqual([receipt.number])
})
