import { Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { BegunApplication } from '#shared/contract/engine/applications.ts'
import { isCollected, productsFor, questionsFor, requirementsFor } from '#shared/domain/catalogue/asked-now.ts'
import type { Datum, Field, Service } from '#shared/domain/catalogue/catalogue.ts'
import { filedContent } from '#shared/domain/catalogue/filed-content.ts'
import { applicantField, type FiledPerson, letterKeys } from '#shared/domain/catalogue/filed-facts.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { factsOf } from './begun.ts'
import css from './review-page.module.css'
import type { FormBase } from './use-form.ts'

interface ReviewedServiceProps {
  readonly base: FormBase
  readonly begun: BegunApplication
  onMend(): void
}

/** One service as it will be filed. Numbers are masked: whoever stands behind the citizen reads along. */
export function ReviewedService({ base, begun, onMend }: ReviewedServiceProps) {
  const { t } = useTranslation('intake')
  const service = base.services.find(({ code }) => code === begun.service)
  if (!service) return null
  const facts = { ...factsOf(begun, base.day), ...filedContent(service, factsOf(begun, base.day)) }
  const products = productsFor(service, facts)
  const papers = requirementsFor(service, facts).filter(({ id }) => facts.requirements[id])
  return (
    <article className={`${panel.panel} ${css.service}`} aria-label={service.name}>
      <header>
        <h2>{service.name}</h2>
        {products.length > 0 && (
          <p>
            {t('review.gives', { products: products.map(({ label }) => label).join(', ') })}
            {isCollected(service, facts) && <CollectedAt unit={begun.collectionUnit} />}
          </p>
        )}
        <KeyButton size="small" look="quiet" icon={<Pencil aria-hidden="true" />} onClick={onMend}>
          {t('review.mend')}
        </KeyButton>
      </header>
      <div className={css.people}>
        {questionsFor(service, facts).people.map(({ id, label }) => (
          <ReviewedPerson key={id} label={label} person={facts.people[id]} />
        ))}
      </div>
      <Answers service={service} answers={facts.answers} asked={questionsFor(service, facts).fields} />
      {papers.length > 0 && (
        <dl className={css.facts}>
          {papers.map(({ id, label }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>{t(`paper.${facts.requirements[id]?.how ?? 'missing'}`)}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  )
}

function CollectedAt({ unit }: { readonly unit: string | null }) {
  const { t } = useTranslation('intake')
  const known = useEngineQuery('region.units', {}).data
  const title = known?.units.find(({ scope }) => scope === (unit ?? known.here))?.title
  if (title === undefined) return null
  return <> · {t('collect.at', { unit: title })}</>
}

function ReviewedPerson({ label, person }: { readonly label: string; readonly person: FiledPerson | undefined }) {
  const { t } = useTranslation('intake')
  const words = useDatumWords()
  if (!person) return null
  const { name, ...rest } = person
  return (
    <div className={css.person}>
      <h3>{label}</h3>
      <p>{name}</p>
      <dl className={css.facts}>
        {(Object.keys(rest) as (keyof typeof rest)[]).map((datum) => (
          <div key={datum}>
            <dt>{t(`datum.${datum}`)}</dt>
            <dd className="num">{words(datum, person[datum])}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function useDatumWords() {
  const { t } = useTranslation('intake')
  const format = useFormat()
  return (datum: Datum, said: FiledPerson[Datum]): string => {
    if (typeof said === 'boolean') return t(said ? 'ever' : 'never')
    if (datum === 'nik' || datum === 'kk') return maskNik(said ?? '')
    if (datum === 'sex') return t(said === 'male' ? 'male' : 'female')
    if (datum === 'birthDate' && said) return format.day(said)
    return said ?? ''
  }
}

interface AnswersProps {
  readonly service: Service
  readonly answers: Readonly<Record<string, string>>
  readonly asked: readonly Field[]
}

function Answers({ service, answers, asked }: AnswersProps) {
  const { t } = useTranslation('intake')
  const words = useAnswerWords(answers)
  const as = service.whoMayApply.find(({ id }) => id === answers[applicantField])
  const said = asked.map((field) => ({ field, words: words(field) })).filter(({ words: one }) => one !== '')
  if (!as && said.length === 0) return null
  return (
    <dl className={css.facts}>
      {as && (
        <div>
          <dt>{t('applicantAs')}</dt>
          <dd>{as.label}</dd>
        </div>
      )}
      {said.map(({ field, words: one }) => (
        <div key={field.id}>
          <dt>{field.label}</dt>
          <dd className="num">{one}</dd>
        </div>
      ))}
    </dl>
  )
}

function useAnswerWords(answers: Readonly<Record<string, string>>) {
  const format = useFormat()
  return ({ id, kind, options }: Field): string => {
    const said = answers[id] ?? ''
    if (kind === 'letter') {
      const { number, date, station } = letterKeys(id)
      const day = answers[date]
      return [answers[number], day && format.day(day), answers[station]].filter(Boolean).join(', ')
    }
    if (kind === 'choice') return options?.find((option) => option.id === said)?.label ?? said
    if (kind === 'nik' || kind === 'kk') return said && maskNik(said)
    if (kind === 'niks' && said !== '')
      return said
        .split(/[,;\n]+/)
        .map((nik) => maskNik(nik.trim()))
        .join(', ')
    return kind === 'date' && said ? format.day(said) : said
  }
}
