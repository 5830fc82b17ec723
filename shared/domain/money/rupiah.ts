/** 50000 -> `Rp50.000`, -1500 -> `-Rp1.500`: no space, dots for thousands, no sen. Throws RangeError on a fraction. */
export function rupiah(amount: number): string {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole rupiah: ${amount}`)
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${amount < 0 ? '-' : ''}Rp${digits}`
}
