import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import { useEngine, useEngineQuery } from './engine-hooks.ts'
import { useNavigation } from './navigation.tsx'
import { looksGarbled } from './scan-burst.ts'
import { playSound, type Sound } from './sounds.ts'
import { showToast } from './toast.tsx'

export type CodeSource = InputOf<'scan.resolve'>['source']

/** It lies ready, or a team has it with them. */
export const canBeGiven = ({ state }: { readonly state: string }): boolean => state === 'ready' || state === 'with-team'

/** The one card that a code leads to without asking; null when the clerk must read or choose first. */
export function onlyCard(result: ScanResult) {
  const [card, ...others] = result.kind === 'cards' ? result.cards : []
  if (!card || others.length > 0) return null
  return canBeGiven(card) || card.state === 'handed-over' ? card : null
}

/** Good news or not, for brackets and ear. */
export function soundOf(result: ScanResult): Sound {
  if (result.kind === 'receipt' || result.kind === 'shipment' || result.kind === 'application') return 'accepted'
  const card = onlyCard(result)
  if (card)
    return card.centre === 'case' || card.centre === 'will-clash'
      ? 'conflict'
      : canBeGiven(card)
        ? 'accepted'
        : 'refused'
  return result.kind === 'cards' && result.cards.some(canBeGiven) ? 'accepted' : 'refused'
}

/** Plays a sound unless the clerk has muted them (settings). */
export function useSound(): (sound: Sound) => void {
  const settings = useEngineQuery('settings.get', {})
  const muted = settings.data?.sounds === false
  return useCallback((sound) => (muted ? undefined : playSound(sound)), [muted])
}

/** Finds out what a code is. Rejects with EngineFault only where the engine itself fails; anything in the code is an answer. */
export function useResolveCode() {
  const engine = useEngine()
  const sound = useSound()
  const { t } = useTranslation('scan')
  return useCallback(
    async (code: string, source: CodeSource) => {
      if (source === 'usb-scanner' && looksGarbled(code)) showToast({ title: t('garbled'), text: t('garbledNext') })
      const result = await engine.call('scan.resolve', { code: code.slice(0, 20_000), source })
      sound(soundOf(result))
      return result
    },
    [engine, sound, t],
  )
}

/** Shows what a code (`code`: its text, where it was scanned) led to: the hand-over of its card, the receipt, or Pindai with the explanation. */
export function useOpenResult() {
  const { go, showReceipt, screen } = useNavigation()
  const atComplaints = screen.name === 'complaints'
  return useCallback(
    (result: ScanResult, code?: string) => {
      if (atComplaints && (result.kind === 'cards' || result.kind === 'no-card-yet'))
        return go({ name: 'complaints', tab: 'promise', kitir: result.kitirNumber })
      const card = onlyCard(result)
      if (card) return go({ name: 'handover', cardId: card.cardId, code })
      if (result.kind === 'receipt') return showReceipt(result.handoverId)
      if (result.kind === 'shipment') return go({ name: 'shipments', shipmentId: result.shipmentId })
      go({ name: 'scan', result })
    },
    [go, showReceipt, atComplaints],
  )
}
