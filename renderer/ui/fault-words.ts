import { useTranslation } from 'react-i18next'
import { type FaultCode, faultCodes } from '#shared/contract/errors.ts'

/**
 * Refusals after which something may seem lost. All other refusals are about what is in plain sight on the screen: there a line spares the
 * sentence that it is still there.
 */
const seemsLost: ReadonlySet<FaultCode> = new Set([
  'sign-in-required',
  'already-handed-over',
  'nothing-to-undo',
  'case-open',
  'undo-too-late',
  'printer-not-set',
  'print-job-unknown',
  'device-quarantined',
  'protocol-too-old',
  'courier-never-online',
  'courier-own-queue',
  'courier-gap',
])

/** Whether a line about this must say what was kept. */
export const atStake = (code: FaultCode): boolean => faultCodes[code].kind === 'unavailable' || seemsLost.has(code)

/** Faults in running text. `keptAndNext` goes beneath a title; `sentence` is all of it in one line. `kept` false: nothing was at stake here. */
export function useFaultWords() {
  const { t } = useTranslation('faults')
  const keptAndNext = (code: FaultCode, kept = atStake(code)) =>
    kept ? `${t(`${code}.kept`)} ${t(`${code}.next`)}` : t(`${code}.next`)
  const sentence = (code: FaultCode, kept?: boolean) => `${t(`${code}.title`)}. ${keptAndNext(code, kept)}`
  return { keptAndNext, sentence }
}
