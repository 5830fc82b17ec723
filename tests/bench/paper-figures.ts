import { aReceipt } from '#shared/domain/receipt/testing/a-receipt.ts'
import { encodeReceipt } from '../../electron/engine/printing/encode-receipt.ts'
import { aSignature } from '../fixtures/signature.ts'
import { against, type Figure, median } from './figures.ts'

/** A receipt of 80 mm with its QR and a drawn signature, to the bytes a printer gets. */
export function paperFigures(): readonly Figure[] {
  const signature = Buffer.from(aSignature(), 'base64')
  const times: number[] = []
  for (let run = 0; run < 120; run++) {
    // Each differs, as receipts do.
    const receipt = aReceipt({ number: `${String(run).padStart(4, '0')}/BST/3578071004-02/2026` })
    const started = performance.now()
    encodeReceipt({ receipt, signature }, 80, 1)
    if (run >= 20) times.push(performance.now() - started)
  }
  return [against({ name: 'receipt encode, with signature', value: median(times), unit: 'ms' }, '<', 5)]
}
