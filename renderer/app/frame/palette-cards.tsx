import { Spotlight } from '@mantine/spotlight'
import { CreditCard } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CardLine } from '#shared/contract/engine/values.ts'
import { CardStateTag } from '../../ui/status-tag.tsx'
import { useEngineQuery } from '../engine-hooks.ts'
import { useNavigation } from '../navigation.tsx'
import { stillFits } from './still-fits.ts'

/** Persons and numbers by their first letters, from two on. */
export function useFoundCards(text: string): readonly CardLine[] {
  const found = useEngineQuery('card.search', { text, limit: 8 }, { enabled: text.length >= 2, keepPrevious: true })
  const cards = text.length < 2 ? [] : (found.data ?? [])
  return found.isPlaceholderData ? cards.filter((card) => stillFits(card, text)) : cards
}

export function FoundCards({ label, cards }: { readonly label: string; readonly cards: readonly CardLine[] }) {
  const { t } = useTranslation('common')
  const { go } = useNavigation()
  if (cards.length === 0) return null
  return (
    <Spotlight.ActionsGroup label={label}>
      {cards.map((card) => (
        <Spotlight.Action
          key={card.cardId}
          label={card.ownerName}
          description={`${t(`cardKind.${card.kind}`)} · ${card.kitirNumber} · ${card.ownerNikMasked}`}
          leftSection={<CreditCard size={20} aria-hidden="true" />}
          rightSection={<CardStateTag card={card} plain />}
          onClick={() => go({ name: 'handover', cardId: card.cardId })}
        />
      ))}
    </Spotlight.ActionsGroup>
  )
}
