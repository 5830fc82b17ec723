import { ekitirToSign, writeSignedEkitir } from '#shared/domain/ekitir/signed-ekitir.ts'
import type { IssuedKitir } from '#shared/domain/filing/filing.ts'
import { unlockPinFault } from '#shared/domain/staff/unlock-pin.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Deps } from '../deps.ts'
import type { Signer } from '../ports.ts'
import type { Device, WriteSet } from '../stores.ts'

/** What takes its time and is made before the transaction: a PIN and its verifier. */
export interface PreparedKitir {
  readonly kitirId: string
  readonly pin: string
  readonly pinVerifier: string
}

/** A PIN that nobody guesses, and what it is compared with. */
export async function prepareKitir({ ids, secrets, passwords }: Deps, digits: number): Promise<PreparedKitir> {
  let pin = secrets.digits(digits)
  while (unlockPinFault(pin) !== null && digits === 6) pin = secrets.digits(digits)
  return { kitirId: ids.uuid(), pin, pinVerifier: await passwords.makeVerifier(pin) }
}

/**
 * `L-3578071004-02-000123`: unit, device, counter of this device. A generation after the first shows as `02G2`, a computer that may be a copy as `02X7KQ`: without its dashes it
 * is still no other's number.
 */
async function nextNumber(tx: Pick<WriteSet, 'numbers'>, device: Device): Promise<string> {
  const generation = device.generation === 1 ? '' : `G${device.generation}`
  const desk = `${device.homeScope}-${device.deviceCode}${generation}${device.numberMark ?? ''}`
  const counter = await tx.numbers.next(`kitir ${desk}`)
  return `L-${desk}-${String(counter).padStart(6, '0')}`
}

/** Numbers and signs it in the caller's transaction, and keeps the PIN until it is on paper. */
export async function issueKitir(
  tx: Pick<WriteSet, 'numbers' | 'kitirPins'>,
  { kitirId, pin, pinVerifier }: PreparedKitir,
  { device, signer, at }: { readonly device: Device; readonly signer: Signer; readonly at: Instant },
): Promise<IssuedKitir> {
  const number = await nextNumber(tx, device)
  const signed = ekitirToSign(signer.keyId, number, at)
  await tx.kitirPins.keep(kitirId, pin)
  return { kitirId, number, code: writeSignedEkitir(signed, signer.signBytes(signed)), pinVerifier }
}
