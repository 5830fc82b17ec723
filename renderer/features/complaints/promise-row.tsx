import { useTranslation } from 'react-i18next'
import type { PromiseLine } from '#shared/contract/engine/promise.ts'
import { useFormat } from '../../app/format.ts'
import { serviceName } from '../../ui/service-name.ts'
import { ClockTag } from './state-tag.tsx'

/** One application in the list: whose, how it stands, and by when. */
export function PromiseRow({ line }: { readonly line: PromiseLine }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const { clock, applicantName, kitirNumber, service, openComplaints } = line
  const complaints = openComplaints > 0 ? ` · ${t('promise.complaintsOpen', { count: openComplaints })}` : ''
  return (
    <>
      <b>{applicantName}</b>
      <span>
        <ClockTag state={clock.state} plain />
      </span>
      <small className="num">
        {kitirNumber} · {serviceName(service)}
        {complaints}
      </small>
      <small className="num">{timeOf(clock)}</small>
    </>
  )

  function timeOf({ state, secondsLate, secondsLeft, dueAt }: PromiseLine['clock']): string {
    if (state === 'late') return t('promise.late', { duration: format.duration(secondsLate, 'short') })
    if (state === 'running' || state === 'due-soon')
      return t('promise.left', { duration: format.duration(secondsLeft, 'short') })
    return dueAt === null || state === 'paused' ? '' : format.dateTime(dueAt)
  }
}
