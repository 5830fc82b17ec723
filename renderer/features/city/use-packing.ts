import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useSound } from '../../app/open-code.ts'
import { useTakesScan } from '../../app/scan-taker.tsx'

type Card = OutputOf<'city.cards'>['cards'][number]

interface Packing {
  /** What the last scan came to; null: nothing was scanned. */
  readonly said: string | null
  /** It was no card for this parcel. */
  readonly odd: boolean
  /** The row that the keys are about: the card scanned last, until another is chosen. */
  readonly chosen: string | null
  readonly choose: (cardId: string) => void
  readonly hush: () => void
}

interface PackingInput {
  /** The cards that wait; null: nothing is packed now. */
  readonly queue: readonly Card[] | null
  readonly packed: ReadonlySet<string>
  /** The parcel is being signed: a card more breaks that off. */
  readonly signing: boolean
  readonly onPack: (cardId: string) => void
}

/** Cards are packed by scanning their labels, whatever has the focus. */
export function usePacking({ queue, packed, signing, onPack }: PackingInput): Packing {
  const { t } = useTranslation('city')
  const sound = useSound()
  const [said, say] = useState<{ readonly words: string; readonly odd: boolean } | null>(null)
  const [chosen, choose] = useState<string | null>(null)
  const scan = (code: string) => {
    const label = code.trim()
    const card = queue?.find(({ labelCode }) => labelCode === label)
    sound(card ? 'accepted' : 'refused')
    if (!card) return say({ words: t('cards.notInQueue', { label: label.slice(0, 60) }), odd: true })
    const { cardId, ownerName: name, kitirNumber: kitir } = card
    const again = packed.has(cardId)
    const words = t(again ? 'cards.packedAgain' : 'cards.packed', { name, kitir })
    say({ words: signing && !again ? `${words}. ${t('cards.interrupted')}` : words, odd: false })
    choose(cardId)
    if (!again) onPack(cardId)
  }
  useTakesScan((code) => {
    scan(code)
    return true
  }, queue !== null)
  return { said: said?.words ?? null, odd: said?.odd ?? false, chosen, choose, hush: () => say(null) }
}
