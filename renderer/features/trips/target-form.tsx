import { UserPlus } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isNik } from '#shared/domain/nik/check-nik.ts'
import { type TargetKind, targetKinds } from '#shared/domain/trip/trip.ts'
import type { Want } from '#shared/domain/trip/want.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import css from './plan.module.css'
import type { Plan } from './use-plan.ts'
import { WantChoice } from './want-choice.tsx'

/** One person, school or RW that is to be served. Enter adds, and the next can be typed at once. */
export function TargetForm({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation('trips')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<TargetKind>('bedridden')
  const [placeId, setPlaceId] = useState('')
  const [wanted, setWanted] = useState<readonly Want[]>(['recording'])
  const [nik, setNik] = useState('')
  const [note, setNote] = useState('')
  const wrong = nik !== '' && !isNik(nik)
  const able = name.trim() !== '' && !wrong
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!able) return document.querySelector<HTMLElement>(wrong ? '#target-nik' : '#target-name')?.focus()
    plan.addTargets([{ name: name.trim(), kind, placeId: placeId || null, wants: wanted, nik: nik || null, note }])
    for (const clear of [setName, setNik, setNote]) clear('')
    document.querySelector<HTMLElement>('#target-name')?.focus()
  }
  return (
    <form className={css.target} onSubmit={add}>
      <TextField id="target-name" label={t('plan.targetName')} max={200} value={name} onChange={setName} />
      <SelectField
        id="target-kind"
        label={t('plan.targetKind')}
        value={kind}
        options={targetKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => setKind(targetKinds.find((one) => one === value) ?? 'other')}
      />
      <SelectField
        id="target-place"
        label={t('plan.targetPlace')}
        choose={t('plan.anyPlace')}
        value={placeId}
        options={plan.places
          .filter((place) => place.name !== '')
          .map((place) => ({ value: place.id, label: place.name }))}
        onChange={setPlaceId}
      />
      <TextField
        id="target-nik"
        label={t('plan.targetNik')}
        max={16}
        digits
        value={nik}
        onChange={setNik}
        {...(wrong && nik.length === 16 ? { problem: t('site.nikWrong') } : {})}
      />
      <TextField id="target-note" label={t('plan.targetNote')} max={300} value={note} onChange={setNote} />
      <WantChoice id="target" legend={t('plan.targetWant')} wanted={wanted} onChange={setWanted} />
      <KeyButton type="submit" icon={<UserPlus />} hint="Enter" aria-disabled={!able}>
        {t('plan.addTarget')}
      </KeyButton>
    </form>
  )
}
