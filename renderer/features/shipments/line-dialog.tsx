import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import { useConfirm } from '../../app/confirm.ts'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './line-dialog.module.css'
import { useNameOf } from './said-banner.tsx'

interface LineDialogProps {
  readonly shipmentId: string
  /** null: closed. */
  readonly line: ShipmentLine | null
  readonly onClose: () => void
  readonly onChanged: (line: ShipmentLine) => void
}

/** What is noted of one card: sound, damaged or not there; where it lies; a remark. */
export function LineDialog({ shipmentId, line, onClose, onChanged }: LineDialogProps) {
  const { t } = useTranslation('shipments')
  return (
    <Dialog opened={line !== null} onClose={onClose} title={t('line.title')} width={560}>
      {line && <LineForm key={line.key} {...{ shipmentId, line, onClose, onChanged }} />}
    </Dialog>
  )
}

type Change = InputOf<'shipment.change-line'>
type Place = NonNullable<Change['place']>

function LineForm({ shipmentId, line, onClose, onChanged }: LineDialogProps & { readonly line: ShipmentLine }) {
  const { t } = useTranslation('shipments')
  const nameOf = useNameOf()
  const [counted, setCounted] = useState<Change['counted']>(line.counted ?? 'missing')
  const [place, setPlace] = useState<Place>(line.place ?? { rack: '', box: '', number: '' })
  const [note, setNote] = useState(line.note)
  const { confirm, pending, fault } = useConfirm('shipment.change-line', (changed) => {
    onChanged(changed)
    onClose()
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void confirm({ shipmentId, key: line.key, counted, place, note })
      }}
    >
      <p className={css.owner}>{nameOf(line)}</p>
      <StateChoice line={line} counted={counted} onPick={setCounted} />
      {counted !== 'missing' && <PlaceFields place={place} onChange={setPlace} />}
      <Fields>
        <TextField id="line-note" wide label={t('line.note')} value={note} max={300} onChange={setNote} />
      </Fields>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" size="tall" hint="Enter" aria-disabled={pending}>
          {t('line.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

interface StateChoiceProps {
  readonly line: ShipmentLine
  readonly counted: Change['counted']
  readonly onPick: (counted: Change['counted']) => void
}

/** ← and → between the states, as radio buttons do. A card that was not announced cannot be missing. */
function StateChoice({ line, counted, onPick }: StateChoiceProps) {
  const { t } = useTranslation('shipments')
  const states = line.announced ? (['good', 'damaged', 'missing'] as const) : (['good', 'damaged'] as const)
  return (
    <fieldset className={css.states}>
      <legend>{t('line.state')}</legend>
      {states.map((state) => (
        <label key={state} data-on={state === counted}>
          <input
            type="radio"
            name="line-state"
            value={state}
            checked={state === counted}
            data-autofocus={state === counted ? true : undefined}
            onChange={() => onPick(state)}
          />
          {t(`line.${state}`)}
        </label>
      ))}
    </fieldset>
  )
}

function PlaceFields({ place, onChange }: { readonly place: Place; readonly onChange: (place: Place) => void }) {
  const { t } = useTranslation('shipments')
  return (
    <fieldset className={css.place}>
      <legend>{t('line.place')}</legend>
      <Fields columns={3}>
        {(['rack', 'box', 'number'] as const).map((part) => (
          <TextField
            key={part}
            id={`line-${part}`}
            label={t(`line.${part}`)}
            value={place[part]}
            max={20}
            onChange={(word) => onChange({ ...place, [part]: word })}
          />
        ))}
      </Fields>
    </fieldset>
  )
}
