import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useConfirm } from '../../app/confirm.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useSound } from '../../app/open-code.ts'
import { showToast } from '../../app/toast.tsx'

type Missing = 'cards' | 'carrier' | 'signature'
export type Carrying = ReturnType<typeof useCarrying>

const places: Record<Missing, string> = {
  cards: '#team-add',
  carrier: '#team-carrier',
  signature: '#team-signature canvas',
}

/** The cards that a team is about to take, who signs for them, and the one press that records it. */
export function useCarrying(first: readonly string[], tripId?: string) {
  const { t } = useTranslation('team')
  const sound = useSound()
  const [cardIds, setCardIds] = useState<readonly string[]>(first)
  const [carrier, setCarrier] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  /** Counts what was recorded: the pad is empty for the next team. */
  const [round, setRound] = useState(0)
  const may = useEngineQuery(
    'card.may-move',
    { kind: 'carried-out', cardIds: [...cardIds] },
    { enabled: cardIds.length > 0, keepPrevious: true },
  )
  const shown = useMemo(
    () => (may.data?.cards ?? []).filter(({ card }) => cardIds.includes(card.cardId)),
    [may.data, cardIds],
  )
  const able = shown.filter(({ refusal }) => refusal === null).map(({ card }) => card.cardId)
  const { confirm, pending, fault } = useConfirm('card.move', ({ moved }) => {
    sound('accepted')
    showToast({ title: t('carried', { count: moved }) })
    setCardIds([])
    setSignature(null)
    setRound((n) => n + 1)
  })
  const checks: ReadonlyArray<readonly [Missing, boolean]> = [
    ['cards', able.length === 0],
    ['carrier', carrier.trim().length < 3],
    ['signature', signature === null],
  ]
  const missing = checks.filter(([, open]) => open).map(([what]) => what)
  const press = () => {
    const [open] = missing
    if (open) return document.querySelector<HTMLElement>(places[open])?.focus()
    const cards = able.map((cardId) => ({ cardId, place: null }))
    const told = { reason: '', signature, carrier: carrier.trim(), ...(tripId && { tripId }) }
    if (!pending) void confirm({ kind: 'carried-out', cards, ...told })
  }
  const add = useCallback((ids: readonly string[]) => setCardIds((before) => [...new Set([...before, ...ids])]), [])
  const remove = (cardId: string) => setCardIds((before) => before.filter((id) => id !== cardId))
  return {
    cardIds,
    shown,
    able,
    add,
    remove,
    carrier,
    setCarrier,
    round,
    signature,
    setSignature,
    missing,
    press,
    pending,
    fault,
  }
}
