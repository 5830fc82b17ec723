import { ScanBarcode } from 'lucide-react'
import { type FormEvent, type Ref, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import { useEngine } from '../app/engine-hooks.ts'
import { type CodeSource, useSound } from '../app/open-code.ts'
import { useTakesScan } from '../app/scan-taker.tsx'
import css from './add-cards.module.css'
import { KeyButton } from './key-button.tsx'

interface AddCardsProps {
  readonly ref: Ref<HTMLInputElement>
  /** Begins the ids of its parts. */
  readonly id: string
  /** `label`: its own label was scanned before. */
  readonly known: readonly { readonly cardId: string; readonly label?: string | null }[]
  readonly onCards: (cardIds: readonly string[]) => void
  /** Takes the focus when a dialog opens. */
  readonly autoFocus?: boolean
  /** The card's own label was scanned, be it new or known. Absent where that does not matter. */
  readonly onLabel?: (cardId: string, code: string) => void
}

type Told = { readonly kind: 'added' | 'again' | 'labelled'; readonly name: string } | { readonly kind: 'none' } | null

/** One label or e-Kitir after the other: scanned from anywhere on this screen, or typed. */
export function AddCards({ ref, id, known, onCards, onLabel, autoFocus = false }: AddCardsProps) {
  const { t } = useTranslation('bulk')
  const engine = useEngine()
  const sound = useSound()
  const [number, setNumber] = useState('')
  const [told, setTold] = useState<Told>(null)
  const take = async (code: string, source: CodeSource) => {
    const result = await engine.call('scan.resolve', { code, source })
    const cards = cardsOf(result)
    const [first] = cards
    const fresh = cards.filter(({ cardId }) => !known.some((line) => line.cardId === cardId))
    onCards(fresh.map(({ cardId }) => cardId))
    const labelled = first !== undefined && source !== 'typed' && (await isLabelOf(first.cardId, code))
    const seen = known.some(({ cardId, label }) => cardId === first?.cardId && label)
    const kind = fresh.length > 0 ? 'added' : labelled && !seen ? 'labelled' : 'again'
    sound(kind === 'again' || !first ? 'refused' : 'accepted')
    setTold(first ? { kind, name: first.ownerName } : { kind: 'none' })
    return first !== undefined
  }
  const isLabelOf = async (cardId: string, code: string) => {
    if (!onLabel) return false
    const { outcome } = await engine.call('handover.check-label', { cardId, code })
    if (outcome === 'own') onLabel(cardId, code)
    return outcome === 'own'
  }
  useTakesScan(async (code) => {
    await take(code, 'usb-scanner')
    return true
  })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (number.trim() !== '' && (await take(number.trim(), 'typed'))) setNumber('')
  }
  return (
    <form className={css.add} onSubmit={(event) => void submit(event)}>
      <ScanBarcode aria-hidden="true" />
      <label htmlFor={`${id}-add`}>{t('add')}</label>
      <input
        id={`${id}-add`}
        ref={ref}
        value={number}
        autoComplete="off"
        spellCheck={false}
        data-autofocus={autoFocus ? true : undefined}
        placeholder={t('addHint')}
        onChange={(event) => setNumber(event.target.value)}
      />
      <KeyButton type="submit" size="small" hint="Enter">
        {t('addButton')}
      </KeyButton>
      <span role="status" data-tone={told?.kind}>
        {told && t(`told.${told.kind}`, { name: 'name' in told ? told.name : '' })}
      </span>
    </form>
  )
}

/** Cards that can still be given out; of a family's e-Kitir all that are ready. */
const cardsOf = (result: ScanResult) => {
  if (result.kind !== 'cards') return []
  const ready = result.cards.filter(({ state }) => state === 'ready')
  return ready.length > 0 ? ready : result.cards.slice(0, 1)
}
