import type { TFunction } from 'i18next'
import type { ClockStepSaid } from '#shared/contract/engine/promise.ts'
import type { Format } from '../app/format.ts'
import { serviceName } from './service-name.ts'

export type Words = TFunction<'complaints'>

/** One step of the explanation as a sentence that a citizen can follow. A step of a newer engine that has no words here says its code. */
export function stepWords({ code, values }: ClockStepSaid, t: Words, format: Format): string {
  const at = (name: string) => format.dayTime(text(values[name]))
  const name = text(values.name)
  switch (code) {
    case 'no-promise':
      return t('step.no-promise', { service: serviceName(text(values.service)) })
    case 'not-accepted':
    case 'no-working-day-known':
      return t(`step.${code}`)
    case 'excluded':
      return t('step.excluded', { ground: groundWords(text(values.ground), t) })
    case 'starts-at-opening':
      return t('step.starts-at-opening', { acceptedAt: at('acceptedAt'), at: at('at') })
    case 'day-off':
      return t('step.day-off', {
        day: format.dayLong(text(values.day)),
        reason: reasonWords(text(values.reason), name, t),
      })
    case 'stopped':
      return stoppedWords(values, t, format)
    case 'stopped-too-late':
      return sentence(t('step.stopped-too-late', { cause: causeWords(text(values.cause), t), from: at('from') }))
    case 'moved':
      return t('step.moved', { told: at('told'), at: at('at') })
    case 'cancelled':
    case 'starts-at-acceptance':
    case 'due':
    case 'extended':
    case 'fulfilled':
      return t(`step.${code}`, { at: at('at') })
    default:
      return code
  }
}

function stoppedWords(values: ClockStepSaid['values'], t: Words, format: Format): string {
  const cause = causeWords(text(values.cause), t)
  const from = format.dayTime(text(values.from))
  if (values.to === '') return t('step.stoppedStill', { cause, from })
  const duration = format.duration(Number(values.officeSeconds))
  return t('step.stopped', { cause, from, to: format.dayTime(text(values.to)), duration })
}

const text = (value: string | number | undefined) => String(value ?? '')

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

const causes = ['returned', 'outage', 'no-blanks'] as const
const causeWords = (code: string, t: Words) => known(causes, code, (one) => t(`cause.${one}`))

const reasons = ['national-holiday', 'joint-leave', 'closure', 'extra-opening', 'weekend', 'closed'] as const
const reasonWords = (code: string, name: string, t: Words) =>
  known(reasons, code, (one) => t(`reason.${one}`, { name }))

const grounds = [
  'filed-outside-hours',
  'recent-reprint',
  'recorded-at-16',
  'other-town-document',
  'new-photo-or-signature',
  'ditjen-verification',
  'wrong-data-by-applicant',
  'lost-at-kelurahan',
  'force-majeure',
] as const
export const groundWords = (code: string, t: Words) => known(grounds, code, (one) => t(`ground.${one}`))

/** Words of a code from a list; a code that is not in it, of a newer centre, is shown as it is. */
function known<C extends string>(codes: readonly C[], code: string, words: (code: C) => string): string {
  const found = codes.find((one) => one === code)
  return found ? words(found) : code
}
