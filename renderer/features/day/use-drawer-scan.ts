import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawerCard } from '#shared/contract/engine/shifts.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { useSound } from '../../app/open-code.ts'
import { useTakesScan } from '../../app/scan-taker.tsx'
import { withExtra, withScanned } from './counting.ts'
import type { Closing } from './use-closing-draft.ts'

export interface SaidOfScan {
  readonly text: string
  readonly good: boolean
}

/** Counts every label that is scanned while the drawer is counted, explained or signed for, one after the other; `onScan`: the count goes on. */
export function useDrawerScan(cards: readonly DrawerCard[], closing: Closing, onScan: () => void): SaidOfScan | null {
  const [said, setSaid] = useState<SaidOfScan | null>(null)
  const sound = useSound()
  const read = useReading(cards, closing)
  const line = useRef<Promise<void>>(Promise.resolve())
  useTakesScan((code) => {
    line.current = line.current.then(async () => {
      const answer = await read(code)
      sound(answer.sound)
      setSaid(answer)
      onScan()
    })
    return true
  })
  return said
}

function useReading(cards: readonly DrawerCard[], { latest, change }: Closing) {
  const { t } = useTranslation(['day', 'common'])
  const engine = useEngine()
  const expected = (card: DrawerCard) => {
    const { ownerName: name, rack, box } = card
    if (latest.current.scanned.includes(card.cardId)) return refused(t('closing.scannedBefore', { name }))
    change((before) => withScanned(before, card))
    const text = rack || box ? t('closing.scannedNow', { name, rack, box }) : t('closing.scannedNoBox', { name })
    return { text, good: true, sound: 'accepted' as const }
  }
  return async (code: string) => {
    const card = cards.find(({ labelCode }) => labelCode === code)
    if (card) return expected(card)
    const label = await engine.call('shift.read-label', { code: code.slice(0, 20_000) }).catch(() => null)
    if (label === null || label.kind === 'unreadable') return refused(t('closing.unreadable'))
    if (label.kind === 'kitir') return refused(t('closing.kitir', { name: label.ownerName }))
    const extra = label.card
    const name = extra.ownerName ?? t('closing.unknownLabel', { label: extra.labelCode.slice(0, 40) })
    if (latest.current.extras.some(({ labelCode }) => labelCode === extra.labelCode))
      return refused(t('closing.scannedBefore', { name }))
    change((before) => withExtra(before, extra))
    return { text: t('closing.extraNow', { name }), good: false, sound: 'conflict' as const }
  }
}

const refused = (text: string) => ({ text, good: false, sound: 'refused' as const })
