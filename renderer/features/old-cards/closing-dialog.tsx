import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './old-cards.module.css'

export type Outcome = InputOf<'old-card.move'>['kind']

interface ClosingDialogProps {
  /** null: closed. */
  readonly outcome: Outcome | null
  readonly oldCardIds: readonly string[]
  readonly onClose: () => void
  /** Id of the act that was recorded: what its paper is about. */
  readonly onDone: (actId: string) => void
}

/** What the berita acara says: where, how, before whom, to whom; recorded first, printed second. */
export function ClosingDialog({ outcome, oldCardIds, onClose, onDone }: ClosingDialogProps) {
  const { t } = useTranslation('oldCards')
  const [shown, setShown] = useState<Outcome>('destroyed')
  if (outcome !== null && outcome !== shown) setShown(outcome)
  return (
    <Dialog opened={outcome !== null} onClose={onClose} title={t(`closing.${shown}`)} width={640}>
      <ClosingForm
        key={shown}
        outcome={shown}
        oldCardIds={oldCardIds}
        onDone={(actId) => {
          onClose()
          onDone(actId)
        }}
      />
    </Dialog>
  )
}

interface Written {
  readonly place: string
  readonly method: string
  readonly first: string
  readonly firstPosition: string
  readonly second: string
  readonly secondPosition: string
  readonly receiver: string
  readonly receiverPosition: string
}

/** Side by side: the place and how, then each person with the position. */
const rowsOf = (outcome: Outcome): readonly (readonly (keyof Written)[])[] => [
  outcome === 'destroyed' ? ['place', 'method'] : ['place'],
  ['first', 'firstPosition'],
  ['second', 'secondPosition'],
  ...(outcome === 'returned' ? [['receiver', 'receiverPosition'] as const] : []),
]
const needed: readonly (keyof Written)[] = ['place', 'first', 'second', 'receiver']

interface ClosingFormProps {
  readonly outcome: Outcome
  readonly oldCardIds: readonly string[]
  /** Id of the act that was recorded: what its paper is about. */
  readonly onDone: (actId: string) => void
}

function ClosingForm({ outcome, oldCardIds, onDone }: ClosingFormProps) {
  const { t } = useTranslation('oldCards')
  const { written, change, open } = useWritten(outcome)
  const done = ({ actId, number, cards }: OutputOf<'old-card.move'>) => {
    showToast({ title: t(`done.${outcome}`, { count: cards }), text: t('doneText', { number }) })
    onDone(actId)
  }
  const { confirm, pending, fault } = useConfirm('old-card.move', done)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const [first] = open
    if (first) return document.getElementById(`old-cards-${first}`)?.focus()
    void confirm(inputOf(outcome, oldCardIds, written))
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <p>{t(`closing.why.${outcome}`, { count: oldCardIds.length })}</p>
      {rowsOf(outcome).map((row) => (
        <Fields key={row[0]}>
          {row.map((name) => (
            <TextField
              key={name}
              id={`old-cards-${name}`}
              autoFocus={name === 'first'}
              label={t(`field.${name}`)}
              value={written[name]}
              max={name === 'place' ? 200 : 100}
              onChange={(value) => change(name, value)}
            />
          ))}
        </Fields>
      ))}
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" size="tall" hint="Enter" aria-disabled={open.length > 0 || pending}>
          {t(`closing.confirm.${outcome}`, { count: oldCardIds.length })}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

/** What was written so far, and the fields that still are too short. */
function useWritten(outcome: Outcome) {
  const { t } = useTranslation('oldCards')
  const unit = useEngineQuery('app.status', {}).data?.device?.unitName ?? ''
  const [typed, setTyped] = useState<Partial<Written>>({})
  const written: Written = {
    place: unit,
    method: t('usualMethod'),
    first: '',
    firstPosition: '',
    second: '',
    secondPosition: '',
    receiver: '',
    receiverPosition: '',
    ...typed,
  }
  const open = rowsOf(outcome)
    .flat()
    .filter((name) => needed.includes(name) && written[name].trim().length < 3)
  const change = (name: keyof Written, value: string) => setTyped((before) => ({ ...before, [name]: value }))
  return { written, change, open }
}

function inputOf(kind: Outcome, oldCardIds: readonly string[], written: Written): InputOf<'old-card.move'> {
  const { place, method, first, firstPosition, second, secondPosition, receiver, receiverPosition } = written
  return {
    kind,
    oldCardIds: [...oldCardIds],
    place,
    method: kind === 'destroyed' ? method : '',
    witnesses: [
      { name: first, position: firstPosition },
      { name: second, position: secondPosition },
    ],
    receiver: kind === 'returned' ? { name: receiver, position: receiverPosition } : null,
  }
}
