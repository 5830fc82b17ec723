import { useTranslation } from 'react-i18next'
import type { Datum, PersonRole } from '#shared/domain/catalogue/catalogue.ts'
import type { FiledPerson } from '#shared/domain/catalogue/filed-facts.ts'
import { isNik } from '#shared/domain/nik/check-nik.ts'
import { birthDateByNik, sexByNik } from '#shared/domain/nik/nik-birth.ts'
import { tidyNumber } from '#shared/domain/nik/typed-number.ts'
import { useFormat } from '../../app/format.ts'
import { withPerson } from './begun.ts'
import { ChoiceAnswer } from './choice-answer.tsx'
import { DayAnswer } from './day-answer.tsx'
import { useIntakeForm } from './form.ts'
import { TextAnswer } from './text-answer.tsx'

const longest: Partial<Record<Datum, number>> = { nik: 40, kk: 40, phone: 32, passport: 32, address: 400 }
const numeric: ReadonlySet<Datum> = new Set(['nik', 'kk', 'phone'])
const wide: ReadonlySet<Datum> = new Set(['address'])

interface DatumAnswerProps {
  readonly role: PersonRole
  readonly datum: Datum
}

/** One thing about a person. */
export function DatumAnswer({ role, datum }: DatumAnswerProps) {
  const { t } = useTranslation('intake')
  const { begun, change } = useIntakeForm()
  const person = begun.people[role.id] ?? {}
  const set = (said: FiledPerson[Datum]) => change((one) => withPerson(one, role.id, { [datum]: said } as FiledPerson))
  const common = {
    about: `${role.id}.${datum}`,
    label: t(`datum.${datum}`),
    required: role.data[datum] === 'required',
  }
  if (datum === 'sex')
    return (
      <ChoiceAnswer
        {...common}
        wide={false}
        value={person.sex ?? ''}
        options={[
          { id: 'male', label: t('male'), key: 'l' },
          { id: 'female', label: t('female'), key: 'p' },
        ]}
        onChange={(sex) => set(sex as FiledPerson['sex'])}
      />
    )
  if (datum === 'married')
    return (
      <ChoiceAnswer
        {...common}
        wide={false}
        value={person.married === undefined ? '' : String(person.married)}
        options={[
          { id: 'false', label: t('never'), key: 'b' },
          { id: 'true', label: t('ever'), key: 's' },
        ]}
        onChange={(said) => set(said === 'true')}
      />
    )
  if (datum === 'birthDate') return <DayAnswer {...common} value={person.birthDate ?? ''} onChange={set} />
  if (datum === 'nik') return <NikAnswer role={role} {...common} />
  return (
    <TextAnswer
      {...common}
      value={person[datum] ?? ''}
      max={longest[datum] ?? 200}
      numeric={numeric.has(datum)}
      wide={wide.has(datum)}
      onChange={set}
    />
  )
}

/** The NIK tells day of birth and sex as well: taken by one key, where nothing else is known. */
function NikAnswer({
  role,
  ...common
}: {
  readonly role: PersonRole
  readonly about: string
  readonly label: string
  readonly required: boolean
}) {
  const { t } = useTranslation('intake')
  const format = useFormat()
  const { begun, change, facts } = useIntakeForm()
  const person = begun.people[role.id] ?? {}
  const told = toldByNik(role, person, facts.day)
  const hint = told && t('toldByNik', { sex: t(told.sex), day: format.day(told.birthDate) })
  const said = told && (role.data.sex ? told : { birthDate: told.birthDate })
  const take = said ? () => change((one) => withPerson(one, role.id, said)) : undefined
  return (
    <TextAnswer
      {...common}
      value={person.nik ?? ''}
      max={40}
      numeric
      hint={hint ?? undefined}
      onChange={(nik) => change((one) => withPerson(one, role.id, { nik }))}
      onTake={take}
    />
  )
}

/** Null where the day of birth is not asked, or something was said already. */
function toldByNik({ data, age }: PersonRole, { nik = '', birthDate, sex }: FiledPerson, today: string) {
  const tidy = tidyNumber(nik)
  if (!isNik(tidy) || birthDate || sex || !data.birthDate) return null
  const born = birthDateByNik(tidy, today, (age?.atLeast ?? 0) >= 17)
  return born && { birthDate: born, sex: sexByNik(tidy) }
}
