import { useTranslation } from 'react-i18next'
import type { ComplaintLine } from '#shared/contract/engine/complaint.ts'
import { useFormat } from '../../app/format.ts'
import { StandingTag } from './state-tag.tsx'

/** One complaint in the list: who, about what, how it stands, and by when. */
export function ComplaintRow({ line }: { readonly line: ComplaintLine }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const { complainantName, subject, number, standing } = line
  return (
    <>
      <b>{complainantName}</b>
      <span>
        <StandingTag state={standing.state} plain />
      </span>
      <small className="num">
        {t(`subject.${subject}`)} · {number}
      </small>
      <small className="num">{standing.dueAt && format.dateTime(standing.dueAt)}</small>
    </>
  )
}
