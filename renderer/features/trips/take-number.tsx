import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import { isNik } from '#shared/domain/nik/check-nik.ts'
import { readPosition } from '#shared/domain/trip/read-position.ts'
import type { Want } from '#shared/domain/trip/want.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, SelectField, TextField } from '../../ui/text-field.tsx'
import css from './trips.module.css'
import { WantChoice } from './want-choice.tsx'

interface TakeNumberProps {
  readonly opened: boolean
  readonly trip: TripDetail
  /** Where the team stands: stays from one person to the next. */
  readonly placeId: string | null
  readonly onPlace: (placeId: string | null) => void
  readonly onClose: () => void
  readonly onGiven: (visitId: string) => void
}

/** Somebody takes the next number: a name, or one of the list. */
export function TakeNumber({ opened, onClose, ...rest }: TakeNumberProps) {
  const { t } = useTranslation('trips')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('site.takeTitle')} width={640}>
      {opened && <TakeForm {...rest} />}
    </Dialog>
  )
}

/** A thousand metres: how far a point that a person pasted may be off. */
const pastedAccuracy = 1000

/** Who of the list has this name and no number yet. */
const targetNamed = ({ targets }: TripDetail, name: string): string | null =>
  targets.find((one) => one.name.toLowerCase() === name.trim().toLowerCase() && one.numbers.length === 0)?.id ?? null

function TakeForm({ trip, placeId, onPlace, onGiven }: Omit<TakeNumberProps, 'opened' | 'onClose'>) {
  const { t } = useTranslation('trips')
  const [name, setName] = useState('')
  const [nik, setNik] = useState('')
  const [targetId, setTargetId] = useState('')
  const [wanted, setWanted] = useState<readonly Want[]>(['recording'])
  const [pasted, setPasted] = useState('')
  const notes = useEngineQuery('settings.get', {}).data?.notePosition ?? false
  const { act, pending, fault } = useAct('visit.open', ({ visitId, number }) => {
    showToast({ title: t('site.given', { number }), about: 'queue-number' })
    onGiven(visitId)
  })
  const point = readPosition(pasted)
  const wrongNik = nik !== '' && !isNik(nik)
  const wrongPoint = pasted.trim() !== '' && point === null
  const choose = (id: string) => {
    setTargetId(id)
    const target = trip.targets.find((one) => one.id === id)
    if (!target) return
    if (target.kind === 'bedridden' || target.kind === 'other') setName(target.name)
    setWanted(target.wants)
    if (target.placeId) onPlace(target.placeId)
  }
  const give = (event: FormEvent) => {
    event.preventDefault()
    const open =
      name.trim().length < 2 ? '#visit-name' : wrongNik ? '#visit-nik' : wrongPoint ? '#visit-position' : null
    if (open) return document.querySelector<HTMLElement>(open)?.focus()
    const position = point && { ...point, accuracy: pastedAccuracy }
    const what = {
      name: name.trim(),
      nik: nik || null,
      placeId,
      targetId: targetId || targetNamed(trip, name),
      wants: [...wanted],
      position,
    }
    if (!pending) void act({ tripId: trip.line.tripId, ...what })
  }
  const targets = trip.targets.map((one) => ({ value: one.id, label: `${one.name} (${t(`kind.${one.kind}`)})` }))
  return (
    <form className={css.form} onSubmit={give}>
      <Fields>
        <TextField id="visit-name" wide autoFocus label={t('site.name')} max={200} value={name} onChange={setName} />
        {targets.length > 0 && (
          <SelectField
            id="visit-target"
            label={t('site.target')}
            choose={t('site.noTarget')}
            value={targetId}
            options={targets}
            onChange={choose}
          />
        )}
        <TextField
          id="visit-nik"
          label={t('site.nik')}
          max={16}
          digits
          value={nik}
          onChange={setNik}
          {...(wrongNik && nik.length === 16 ? { problem: t('site.nikWrong') } : {})}
        />
        <SelectField
          id="visit-place"
          label={t('site.place')}
          choose={t('site.choosePlace')}
          value={placeId ?? ''}
          options={trip.places.map((place) => ({ value: place.id, label: place.name }))}
          onChange={(id) => onPlace(id || null)}
        />
        {notes && (
          <TextField
            id="visit-position"
            label={t('site.position')}
            max={60}
            value={pasted}
            onChange={setPasted}
            {...(wrongPoint ? { problem: t('site.positionWrong') } : {})}
          />
        )}
      </Fields>
      <WantChoice id="visit" legend={t('site.wants')} wanted={wanted} onChange={setWanted} />
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton
          type="submit"
          look="primary"
          hint="Enter"
          aria-disabled={name.trim().length < 2 || wrongNik || wrongPoint}
        >
          {t('site.give')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}
