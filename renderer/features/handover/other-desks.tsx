import { UsersRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { lostDesks, type Neighbours } from '../../ui/neighbour-words.ts'
import { StatusTag } from '../../ui/status-tag.tsx'

type Claimed = OutputOf<'handover.begin'>['claimedBy']

/** Asked again this often while another desk has the card, and while this one has it: the claim of a desk that died ends soon. */
const [askAgainMs, keepMs] = [5_000, 15_000]

/** Tells the other desks that this card is before the clerk, and gives it back when the screen is left. Who was first, where one was. */
export function useClaim(cardId: string, on: boolean): Claimed {
  const engine = useEngine()
  const [claimed, setClaimed] = useState<Claimed>(null)
  useEffect(() => {
    if (!on) return setClaimed(null)
    let left = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const answer = await engine.call('handover.begin', { cardId }).catch(() => null)
      if (left) return
      setClaimed(answer?.claimedBy ?? null)
      timer = setTimeout(() => void ask(), answer?.claimedBy ? askAgainMs : keepMs)
    }
    void ask()
    return () => {
      left = true
      clearTimeout(timer)
      void engine.call('handover.leave', { cardId }).catch(() => undefined)
    }
  }, [engine, cardId, on])
  return claimed
}

interface OtherDesksProps {
  readonly claimed: Claimed
  readonly neighbours: Neighbours
  readonly online: boolean
}

/** What the clerk must know before he gives the card away: another desk is at it, or cannot be asked. */
export function OtherDesks({ claimed, neighbours, online }: OtherDesksProps) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  if (claimed)
    return (
      <StatusTag tone="warn" icon={UsersRound}>
        {t('otherDesk.claimed', { device: claimed.deviceCode })}
      </StatusTag>
    )
  const [lost] = neighbours.on && !online ? lostDesks(neighbours) : []
  if (!lost) return null
  return (
    <StatusTag tone="warn" icon={UsersRound}>
      {t('otherDesk.lost', { device: lost.deviceCode, time: format.when(lost.seenAt) })}
    </StatusTag>
  )
}
