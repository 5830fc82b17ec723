/** `3578112233440006` -> `3578********0006`; anything that is not 16 digits is hidden whole. */
export function maskNik(nik: string): string {
  return /^\d{16}$/.test(nik) ? `${nik.slice(0, 4)}********${nik.slice(-4)}` : '*'.repeat(16)
}
