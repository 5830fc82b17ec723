import type { Claim } from '#shared/domain/claim/claim.ts'
import type { ReadSet } from '../stores.ts'

/**
 * Which kuitansi of a payment comes out next: 0, the original, where the payment was made at this device and none came out yet, else SALINAN ke-n. `look` reads or
 * takes the next number of a counter.
 */
export async function copyCounter(
  db: Pick<ReadSet, 'device'>,
  { happenings }: Claim,
  paymentId: string | null,
  look: (counter: string) => Promise<number>,
): Promise<{ readonly copy: number }> {
  if (paymentId === null) return { copy: 0 }
  const here = (await db.device.current())?.deviceCode
  const payment = happenings.find(({ id }) => id === paymentId)
  const next = await look(`kuitansi ${paymentId}`)
  return { copy: payment?.deviceCode === here ? next - 1 : next }
}
