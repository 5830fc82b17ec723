import { BookPlus } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf, OutputOf } from '#shared/contract/engine/calls.ts'
import { needsReason } from '#shared/domain/blank/blank-entry.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useFormat } from '../../app/format.ts'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './blanks.module.css'
import { Choice } from './choice.tsx'

type Move = InputOf<'blanks.move'>
type Stock = OutputOf<'blanks.book'>['stock']

const kinds = ['in', 'used', 'spoiled', 'counted'] as const
const cardKinds = ['ktp-el', 'kia'] as const
const empty = { quantity: '', number: '', reason: '' }

type Choices = Pick<Move, 'kind' | 'cardKind'>

/** Lines for the book, one after the other: each has a form, and a request, of its own. What was chosen last stays chosen. */
export function BlankForm({ stock }: { readonly stock: Stock }) {
  const [lines, setLines] = useState<{ count: number; last: Choices }>({
    count: 0,
    last: { kind: 'in', cardKind: 'ktp-el' },
  })
  const next = (last: Choices) => setLines(({ count }) => ({ count: count + 1, last }))
  return <LineForm key={lines.count} stock={stock} last={lines.last} onEntered={next} />
}

interface LineFormProps {
  readonly stock: Stock
  readonly last: Choices
  readonly onEntered: (choices: Choices) => void
}

/** One line for the book. ← → choose, Tab goes on, Enter enters it. */
function LineForm({ stock, last, onEntered }: LineFormProps) {
  const { t } = useTranslation(['blanks', 'common'])
  const [kind, setKind] = useState<Move['kind']>(last.kind)
  const [cardKind, setCardKind] = useState<Move['cardKind']>(last.cardKind)
  const [typed, setTyped] = useState(empty)
  const format = useFormat()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), [])
  const { confirm, pending, fault } = useConfirm('blanks.move', () => {
    const words = { kind: t(`kind.${kind}`), cardKind: t(`common:cardKind.${cardKind}`), count: Number(typed.quantity) }
    showToast({ title: t('saved'), text: t('savedText', words) })
    onEntered({ kind, cardKind })
  })
  const quantity = typed.quantity === '' ? null : Number(typed.quantity)
  const difference = kind === 'counted' && quantity !== null ? quantity - stock[cardKind] : 0
  const left = stock[cardKind]
  const above = quantity !== null && (kind === 'used' || kind === 'spoiled') && quantity > left
  const needed = quantity !== null && needsReason({ kind, quantity, expected: left }, left)
  const ready = quantity !== null && (quantity > 0 || kind === 'counted') && (!needed || typed.reason.trim() !== '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!ready || pending)
      return form.current?.querySelector<HTMLInputElement>(quantity ? '#blank-reason' : '#blank-quantity')?.focus()
    void confirm({ kind, cardKind, quantity, number: kind === 'in' ? typed.number : null, reason: typed.reason })
  }
  return (
    <form ref={form} className={`${panel.panel} ${css.form}`} aria-label={t('entry')} onSubmit={submit}>
      <Choice
        name="move"
        legend={t('move')}
        value={kind}
        of={kinds}
        word={(one) => t(`kind.${one}`)}
        onPick={setKind}
      />
      <Choice
        name="card-kind"
        legend={t('cardKind')}
        value={cardKind}
        of={cardKinds}
        word={(one) => t(`common:cardKind.${one}`)}
        onPick={setCardKind}
      />
      <Fields>
        <TextField
          id="blank-quantity"
          digits
          max={6}
          label={t(kind === 'counted' ? 'found' : 'quantity')}
          value={typed.quantity}
          onChange={(word) => setTyped({ ...typed, quantity: word })}
        />
        {kind === 'in' && (
          <TextField
            id="blank-number"
            max={64}
            label={t('number')}
            value={typed.number}
            onChange={(word) => setTyped({ ...typed, number: word })}
          />
        )}
        <TextField
          id="blank-reason"
          wide
          max={300}
          label={t('reason')}
          value={typed.reason}
          onChange={(word) => setTyped({ ...typed, reason: word })}
        />
      </Fields>
      {kind === 'counted' && quantity !== null && <Difference expected={stock[cardKind]} change={difference} />}
      {above && (
        <p className={css.difference} data-differs="true" role="status">
          {t('above', { expected: format.number(left) })}
        </p>
      )}
      {needed && !above && typed.reason.trim() === '' && <p className={css.needed}>{t('reasonNeeded')}</p>}
      {fault && <FaultLine fault={fault} />}
      <KeyButton
        type="submit"
        look="primary"
        size="big"
        hint="Enter"
        icon={<BookPlus />}
        aria-disabled={!ready || pending}
      >
        {t('save')}
      </KeyButton>
    </form>
  )
}

/** What the book says, and by how much what was found differs. */
function Difference({ expected, change }: { readonly expected: number; readonly change: number }) {
  const { t } = useTranslation('blanks')
  const format = useFormat()
  const book = format.number(expected)
  const signed = `${change > 0 ? '+' : '−'}${format.number(Math.abs(change))}`
  return (
    <p className={css.difference} data-differs={change !== 0} role="status">
      {change === 0 ? t('agrees', { expected: book }) : t('differs', { expected: book, change: signed })}
    </p>
  )
}
