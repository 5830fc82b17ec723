import { UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ApplicationLine } from '#shared/contract/engine/applications.ts'
import { useFormat } from '../../app/format.ts'
import { CentreMark } from '../../ui/status-tag.tsx'
import css from './applications-screen.module.css'
import { FilingStatusTag } from './filing-status-tag.tsx'

/** One application in the list: whose, what, where it stands, by when; why it came back is said at once. */
export function ApplicationRow({ line }: { readonly line: ApplicationLine }) {
  const { t } = useTranslation('applications')
  const format = useFormat()
  const { subjectName, serviceName, kitirNumber, status, expectedAt, family, centre, sentBackNote } = line
  return (
    <>
      <b>
        {subjectName}
        {family && (
          <span className={css.family} title={t('familyOf', { position: family.position, of: family.of })}>
            <UsersRound aria-hidden="true" />
            <span className="visually-hidden">{t('familyOf', { position: family.position, of: family.of })}</span>
            <span className="num" aria-hidden="true">
              {family.position}/{family.of}
            </span>
          </span>
        )}
      </b>
      <span>
        <FilingStatusTag status={status} plain />
      </span>
      <small className="num">
        {kitirNumber} · {serviceName}
      </small>
      <small className="num">
        {centre !== 'recorded' ? (
          <CentreMark centre={centre} />
        ) : (
          expectedAt && t('expected', { at: format.when(expectedAt) })
        )}
      </small>
      {status === 'PERBAIKAN' && <small className={css.reason}>{sentBackNote ?? t('noNote')}</small>}
    </>
  )
}
