import { useTranslation } from 'react-i18next'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { circumstancesOf } from '#shared/domain/catalogue/circumstances.ts'
import { applicantField, type FiledFacts, type FiledPerson } from '#shared/domain/catalogue/filed-facts.ts'
import { DateField } from '../../ui/date-field.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import css from './catalogue.module.css'

interface CircumstanceFieldsProps {
  readonly service: Service
  readonly facts: FiledFacts
  onFacts(facts: FiledFacts): void
}

/** The few questions that decide which papers are needed; a service without any asks nothing. */
export function CircumstanceFields({ service, facts, onFacts }: CircumstanceFieldsProps) {
  const { t } = useTranslation('catalogue')
  const { applicant, fields, ages, married } = circumstancesOf(service)
  if (!applicant && fields.length + ages.length + married.length === 0) return null
  const answer = (key: string, text: string) => onFacts({ ...facts, answers: { ...facts.answers, [key]: text } })
  const tell = (role: string, person: FiledPerson) =>
    onFacts({ ...facts, people: { ...facts.people, [role]: { ...facts.people[role], ...person } } })
  return (
    <>
      <h3>{t('circumstances')}</h3>
      <div className={css.questions}>
        {fields.map(({ id, label, kind, options = [] }) =>
          kind === 'date' ? (
            <DateField
              key={id}
              id={`said-${id}`}
              label={label}
              value={facts.answers[id] ?? ''}
              onChange={(day) => answer(id, day)}
            />
          ) : (
            <SelectField
              key={id}
              id={`said-${id}`}
              label={label}
              choose={t('choose')}
              value={facts.answers[id] ?? ''}
              onChange={(text) => answer(id, text)}
              options={options.map((option) => ({ value: option.id, label: option.label }))}
            />
          ),
        )}
        {ages.map(({ id, label }) => (
          <DateField
            key={id}
            id={`born-${id}`}
            label={t('born', { who: label })}
            value={facts.people[id]?.birthDate ?? ''}
            onChange={(birthDate) => tell(id, { birthDate })}
          />
        ))}
        {married.map(({ id, label }) => (
          <SelectField
            key={id}
            id={`married-${id}`}
            label={t('married', { who: label })}
            choose={t('choose')}
            value={marriedSaid(facts.people[id]?.married)}
            onChange={(said) => tell(id, { married: said === '' ? undefined : said === 'yes' })}
            options={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))}
          />
        ))}
        {applicant && (
          <SelectField
            id="said-applicant"
            label={t('applicant')}
            choose={t('choose')}
            value={facts.answers[applicantField] ?? ''}
            onChange={(text) => answer(applicantField, text)}
            options={service.whoMayApply.map(({ id, label }) => ({ value: id, label }))}
          />
        )}
      </div>
    </>
  )
}

const marriedSaid = (married: boolean | undefined): string => (married === undefined ? '' : married ? 'yes' : 'no')
