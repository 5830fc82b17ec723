import { FileText } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/states.tsx'

interface SavedProps {
  readonly signed: OutputOf<'shipment.receive'>
  readonly parcel: OutputOf<'shipment.get'>
  readonly onLeave: () => void
}

/** So many labels make one paper; a parcel has at most twice as many cards. */
const onePaper = 480
const partsOf = (cardIds: readonly string[]) =>
  [0, onePaper].map((from) => cardIds.slice(from, from + onePaper)).filter((part) => part.length > 0)

/** Signed and on disk: the number, the paper, the labels, and on. */
export function Saved({ signed, parcel, onLeave }: SavedProps) {
  const { t } = useTranslation('shipments')
  const { showPaper } = useNavigation()
  const paper = useRef<HTMLButtonElement>(null)
  useEffect(() => paper.current?.focus(), [])
  const sums = (['good', 'damaged', 'missing', 'extra'] as const)
    .filter((name) => signed[name] > 0)
    .map((name) => t(`saved.${name}`, { count: signed[name] }))
  const showRecord = () => showPaper({ kind: 'shipment-record', id: signed.countId })
  const [first = [], ...others] = partsOf(signed.stored)
  const showLabels = (cardIds: string[] = []) =>
    cardIds.length > 0 && showPaper({ kind: 'label-sheet', cardIds, start: 1 })
  const showRest = () => showLabels(others[0])
  useShortcuts({
    Escape: onLeave,
    'Alt+KeyP': showRecord,
    'Alt+KeyL': () => showLabels(first),
    'Alt+KeyJ': showRest,
  })
  return (
    <Page title={parcel.number}>
      <EmptyState
        mood="good"
        title={t('saved.title')}
        text={
          <>
            <b>{t('count.paper', { number: signed.number })}</b>
            <br />
            {sums.join(', ')}
            <br />
            {parcel.centre === 'waiting' && t('saved.waiting')}
          </>
        }
      >
        <KeyButton ref={paper} look="primary" size="tall" hint="Alt+P" icon={<FileText />} onClick={showRecord}>
          {t('saved.paper')}
        </KeyButton>
        <KeyButton size="tall" hint="Alt+L" aria-disabled={first.length === 0} onClick={() => showLabels(first)}>
          {t('saved.labels', { count: first.length })}
        </KeyButton>
        {others.length > 0 && (
          <KeyButton size="tall" hint="Alt+J" onClick={showRest}>
            {t('saved.moreLabels', { count: signed.stored.length - first.length })}
          </KeyButton>
        )}
        <KeyButton size="tall" hint="Esc" onClick={onLeave}>
          {t('saved.next')}
        </KeyButton>
      </EmptyState>
    </Page>
  )
}
