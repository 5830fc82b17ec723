import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownPerson } from '#shared/contract/engine/intake.ts'
import type { Datum, PersonRole } from '#shared/domain/catalogue/catalogue.ts'
import type { FiledPerson } from '#shared/domain/catalogue/filed-facts.ts'
import { maskNik } from '#shared/domain/nik/mask-nik.ts'
import { tidyNumber } from '#shared/domain/nik/typed-number.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { Keys } from '../../ui/key-button.tsx'
import { onlyPerson, withPerson } from './begun.ts'
import { DatumAnswer } from './datum-answer.tsx'
import css from './field.module.css'
import { useIntakeForm } from './form.ts'
import { missingOf, withoutFilled } from './known-person.ts'
import { ProblemLines } from './problem-lines.tsx'

const isWhole = (number: string): boolean => /^\d{16}$/.test(number)

/** Somebody of the application: the number first, since it may fill in the rest. */
export function PersonPart({ role }: { readonly role: PersonRole }) {
  const { t } = useTranslation('intake')
  const { begun, problemsAt } = useIntakeForm()
  const person = begun.people[role.id] ?? {}
  const known = useKnown(role, person)
  return (
    <fieldset className={css.part} onKeyDown={known.onKeyDown}>
      <legend>
        {role.label}
        {role.optional && <small> {t('optional')}</small>}
      </legend>
      <ProblemLines about={role.id} problems={problemsAt(role.id)} />
      {known.family.length > 0 && <Family family={known.family} onPick={known.pick} />}
      <div className={css.grid}>
        {inOrder(role).map((datum) => (
          <DatumAnswer key={datum} role={role} datum={datum} />
        ))}
      </div>
    </fieldset>
  )
}

const numbersFirst = (datum: Datum): number => (datum === 'nik' ? 0 : datum === 'kk' ? 1 : 2)
const inOrder = ({ data }: PersonRole): readonly Datum[] =>
  (Object.keys(data) as Datum[]).toSorted((one, other) => numbersFirst(one) - numbersFirst(other))

/** What this device knows of the number that was typed fills in what is still empty; a KK alone offers its family. */
function useKnown(role: PersonRole, person: FiledPerson) {
  const { change } = useIntakeForm()
  const [nik, kk] = [tidyNumber(person.nik ?? ''), tidyNumber(person.kk ?? '')]
  const number = isWhole(nik) ? nik : isWhole(kk) ? kk : ''
  const found = useEngineQuery('intake.known-people', { number }, { enabled: number !== '' }).data
  const holder = number === nik ? (found?.person ?? null) : null
  const filled = useRef<{ readonly nik: string; readonly with: Partial<FiledPerson> } | null>(null)
  const fill = (from: KnownPerson) => {
    const missing = missingOf(role, person, from)
    const before = filled.current?.nik === from.nik ? filled.current.with : {}
    filled.current = { nik: from.nik, with: { ...before, ...missing } }
    change((begun) => withPerson(begun, role.id, missing))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the number changes, not at every key
  useEffect(() => {
    const before = filled.current
    if (!before || before.nik === nik) return
    filled.current = null
    change((begun) => onlyPerson(begun, role.id, withoutFilled(begun.people[role.id] ?? {}, before.with)))
  }, [nik])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each holder that is found, not at every key
  useEffect(() => {
    if (holder && holder.nik === nik) fill(holder)
  }, [holder])
  const family = nik === '' && number !== '' ? (found?.family ?? []) : []
  const onKeyDown = (event: KeyboardEvent) => {
    const member = event.ctrlKey && /^[1-9]$/.test(event.key) ? family[Number(event.key) - 1] : undefined
    if (!member) return
    event.preventDefault()
    event.stopPropagation()
    fill(member)
  }
  return { family, pick: fill, onKeyDown }
}

interface FamilyProps {
  readonly family: readonly KnownPerson[]
  onPick(member: KnownPerson): void
}

function Family({ family, onPick }: FamilyProps) {
  const { t } = useTranslation('intake')
  return (
    <div className={css.family}>
      <span>{t('family')}</span>
      {family.slice(0, 9).map((member, at) => (
        <button key={member.nik} type="button" tabIndex={-1} onClick={() => onPick(member)}>
          {member.name} <small className="num">{maskNik(member.nik)}</small> <Keys>{`Ctrl+${at + 1}`}</Keys>
        </button>
      ))}
    </div>
  )
}
