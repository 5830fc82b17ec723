import { useTranslation } from 'react-i18next'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CentreMark } from '../../ui/status-tag.tsx'
import type { Application } from './application.ts'
import { ApplicationActions } from './application-actions.tsx'
import { ApplicationFacts } from './application-facts.tsx'
import css from './detail.module.css'
import { FilingStatusTag } from './filing-status-tag.tsx'
import { Timeline } from './timeline.tsx'

/** One application: why it came back, its course, who and what was filed, its e-Kitir. */
export function ApplicationDetail({ applicationId }: { readonly applicationId: string }) {
  const asked = useEngineQuery('application.get', { applicationId })
  const slow = useSlow(asked.isPending)
  if (asked.isError) return <ErrorState fault={asked.error.fault} />
  if (!asked.data) return <SkeletonRows rows={6} shown={slow} />
  return <Shown application={asked.data} />
}

function Shown({ application }: { readonly application: Application }) {
  const { t } = useTranslation('applications')
  const format = useFormat()
  const { line, sentBack, family, flags } = application
  return (
    <>
      <header className={css.head}>
        <div>
          <h2>{line.subjectName}</h2>
          <p className="num">
            {line.serviceName} · <span className={css.whole}>{line.kitirNumber}</span>
            {line.kngNumber && (
              <>
                {' · '}
                <span className={css.whole}>{line.kngNumber}</span>
              </>
            )}
          </p>
        </div>
        <FilingStatusTag status={line.status} />
      </header>
      {sentBack && (
        <section className={css.back} aria-label={t('sentBack')}>
          <h3>{t('sentBack')}</h3>
          <p>{sentBack.note ?? t('noNote')}</p>
        </section>
      )}
      {line.expectedAt && <p className={css.expected}>{t('expectedLong', { at: format.dayTime(line.expectedAt) })}</p>}
      {application.collectAt && <p className={css.expected}>{t('collectAt', { unit: application.collectAt })}</p>}
      <ApplicationActions application={application} />
      <h3>{t('course')}</h3>
      <Timeline steps={application.steps} />
      <p className={css.note}>
        {t('filedBy', { when: format.when(line.filedAt), name: line.staffName })} ·{' '}
        {t(`channel.${application.channel}`)} · <CentreMark centre={line.centre} />
        {flags.includes('not-permitted') && ` · ${t('notPermitted')}`}
      </p>
      {family.length > 0 && <Family family={family} />}
      <ApplicationFacts application={application} />
    </>
  )
}

/** What was filed with it in one go. */
function Family({ family }: Pick<Application, 'family'>) {
  const { t } = useTranslation('applications')
  const { go } = useNavigation()
  return (
    <>
      <h3>{t('family')}</h3>
      <ul className={css.links}>
        {family.map(({ applicationId, serviceName, subjectName, status }) => (
          <li key={applicationId}>
            <button type="button" onClick={() => go({ name: 'applications', id: applicationId })}>
              {serviceName}
            </button>
            <span>{subjectName}</span>
            <FilingStatusTag status={status} plain />
          </li>
        ))}
      </ul>
    </>
  )
}
