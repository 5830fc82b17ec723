import { useTranslation } from 'react-i18next'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { applicantField } from '#shared/domain/catalogue/filed-facts.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import type { Application } from './application.ts'
import css from './detail.module.css'
import { FiledPapers } from './filed-papers.tsx'
import { labelOf } from './label-of.ts'

/** Who and what was filed, in the catalogue's words where it still has them. */
export function ApplicationFacts({ application }: { readonly application: Application }) {
  const { t } = useTranslation('applications')
  const { line, people, answers, doubts, kitirs, results } = application
  const services = useEngineQuery('intake.form', { services: [line.service] }).data?.services
  const service = services?.find(({ code }) => code === line.service)
  return (
    <>
      <h3>{t('people')}</h3>
      {Object.entries(people).map(([role, person]) => (
        <Person key={role} label={labelOf(service?.people, role)} person={person} />
      ))}
      <FiledPapers application={application} service={service} />
      <Answers service={service} answers={answers} />
      {doubts.length > 0 && (
        <>
          <h3>{t('reasons')}</h3>
          <ul className={css.plain}>
            {doubts.map(({ code, about, reason }) => (
              <li key={`${code} ${about}`}>{reason}</li>
            ))}
          </ul>
        </>
      )}
      {results.length > 0 && <Results results={results} />}
      <Kitirs kitirs={kitirs} />
    </>
  )
}

function Fact({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">{words}</dd>
    </div>
  )
}

function Person({ label, person }: { readonly label: string; readonly person: Application['people'][string] }) {
  const { t } = useTranslation('intake')
  const format = useFormat()
  const { name, ...rest } = person
  const words = (datum: string, said: string | boolean): string => {
    if (typeof said === 'boolean') return t(said ? 'ever' : 'never')
    if (datum === 'sex') return t(said === 'male' ? 'male' : 'female')
    return datum === 'birthDate' ? format.day(said) : said
  }
  return (
    <div className={css.person}>
      <small>{label}</small>
      <b>{name}</b>
      <dl className={css.facts}>
        {(Object.keys(rest) as (keyof typeof rest & 'nik')[]).map((datum) => (
          <Fact key={datum} label={t(`datum.${datum}`)} words={words(datum, rest[datum] ?? '')} />
        ))}
      </dl>
    </div>
  )
}

function Answers({
  service,
  answers,
}: {
  readonly service: Service | undefined
  readonly answers: Application['answers']
}) {
  const { t } = useTranslation(['applications', 'intake'])
  const format = useFormat()
  const labels: Record<string, string> = { [applicantField]: t('intake:applicantAs') }
  const words = (key: string, said: string): string => {
    const field = service?.fields.find(({ id }) => id === key)
    const options = key === applicantField ? service?.whoMayApply : field?.options
    if (/^\d{4}-\d{2}-\d{2}$/.test(said)) return format.day(said)
    return options?.find(({ id }) => id === said)?.label ?? said
  }
  const entries = Object.entries(answers)
  if (entries.length === 0) return null
  return (
    <>
      <h3>{t('details')}</h3>
      <dl className={css.facts}>
        {entries.map(([key, said]) => (
          <Fact
            key={key}
            label={labels[key] ?? labelOf(service?.fields, key.split('.')[0] ?? key)}
            words={words(key, said)}
          />
        ))}
      </dl>
    </>
  )
}

function Results({ results }: Pick<Application, 'results'>) {
  const { t } = useTranslation('applications')
  const format = useFormat()
  return (
    <>
      <h3>{t('results')}</h3>
      <ul className={css.plain}>
        {results.map(({ sha256, title, pages, at }) => (
          <li key={sha256}>
            {title} · {t('pages', { count: pages })} · {format.when(at)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Kitirs({ kitirs }: Pick<Application, 'kitirs'>) {
  const { t } = useTranslation('applications')
  const format = useFormat()
  return (
    <>
      <h3>{t('kitir.title')}</h3>
      <ul className={css.plain}>
        {kitirs.map(({ kitirId, number, issuedAt, state, pinWaits }) => (
          <li key={kitirId} className="num" data-old={state === 'replaced'}>
            {number} · {format.when(issuedAt)} · {t(`kitir.${state}`)}
            {pinWaits && state === 'valid' && ` · ${t('kitir.pinWaits')}`}
          </li>
        ))}
      </ul>
    </>
  )
}
