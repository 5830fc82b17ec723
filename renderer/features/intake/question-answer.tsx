import { useTranslation } from 'react-i18next'
import type { Field as Question } from '#shared/domain/catalogue/catalogue.ts'
import { letterKeys } from '#shared/domain/catalogue/filed-facts.ts'
import { withAnswer } from './begun.ts'
import { ChoiceAnswer } from './choice-answer.tsx'
import { DayAnswer } from './day-answer.tsx'
import { useIntakeForm } from './form.ts'
import { TextAnswer } from './text-answer.tsx'

const numeric = new Set<Question['kind']>(['number', 'nik', 'kk', 'phone'])

/** One question of the service. */
export function QuestionAnswer({ question }: { readonly question: Question }) {
  const { begun, change } = useIntakeForm()
  const { id, kind, label, required, hint, options = [], max } = question
  if (kind === 'letter') return <LetterAnswer question={question} />
  const set = (said: string) => change((one) => withAnswer(one, id, said))
  const common = { about: id, label, required, hint, value: begun.answers[id] ?? '', onChange: set }
  if (kind === 'choice') return <ChoiceAnswer {...common} options={options} />
  if (kind === 'date') return <DayAnswer {...common} />
  const long = kind === 'text' && (max ?? 500) > 60
  return (
    <TextAnswer
      {...common}
      max={kind === 'niks' || long ? 2000 : 80}
      numeric={numeric.has(kind)}
      wide={kind === 'niks' || long}
    />
  )
}

/** A letter, e.g. of the police: its number, its day, who wrote it. */
function LetterAnswer({ question: { id, label, required } }: { readonly question: Question }) {
  const { t } = useTranslation('intake')
  const { begun, change } = useIntakeForm()
  const keys = letterKeys(id)
  const of = (key: string) => ({
    about: key,
    required,
    value: begun.answers[key] ?? '',
    onChange: (said: string) => change((one) => withAnswer(one, key, said)),
  })
  return (
    <>
      <TextAnswer {...of(keys.number)} label={t('letter.number', { letter: label })} max={80} wide />
      <DayAnswer {...of(keys.date)} label={t('letter.date')} />
      <TextAnswer {...of(keys.station)} label={t('letter.station')} max={80} />
    </>
  )
}
