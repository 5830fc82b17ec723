import { Camera, PackageCheck } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import { useFormat } from '../../app/format.ts'
import { useTakesScan } from '../../app/scan-taker.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Columns } from '../../ui/columns.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import { CountCamera } from './count-camera.tsx'
import { CountField } from './count-field.tsx'
import { CountLines } from './count-lines.tsx'
import { CountSide } from './count-side.tsx'
import css from './count-work.module.css'
import { LineDialog } from './line-dialog.tsx'
import { isSignedFor, type Sums, sumsOf } from './line-status.ts'
import { SaidBanner } from './said-banner.tsx'
import type { Counting, Said } from './use-counting.ts'

interface CountWorkProps {
  readonly parcel: OutputOf<'shipment.get'>
  readonly counting: Counting
  /** Signing was broken off by a scan. */
  readonly interrupted: boolean
  readonly onLeave: () => void
  readonly onFinish: (complete: boolean) => void
}

/** Counting: each scan is said at once, the list fills, and whatever has the focus a scanned label is counted. */
export function CountWork({ parcel, counting, interrupted, onLeave, onFinish }: CountWorkProps) {
  const { t } = useTranslation('shipments')
  const format = useFormat()
  const field = useRef<HTMLInputElement>(null)
  const { chosen, choose, step } = useChosen(parcel.lines, counting.said)
  const [editing, setEditing] = useState<ShipmentLine | null>(null)
  const sums = sumsOf(parcel.lines)
  useTakesScan((code) => {
    setEditing(null)
    void counting.count(code)
    return true
  })
  useEffect(() => field.current?.focus(), [])
  const line = parcel.lines.find(({ key }) => key === chosen) ?? null
  const open = (one: ShipmentLine) => (isSignedFor(one) ? counting.tellSigned(one) : setEditing(one))
  const edit = () => line && open(line)
  const remove = () => line?.counted && void counting.remove(line)
  const [camera, setCamera] = useState(false)
  const toggleCamera = () => setCamera(!camera)
  useShortcuts({ F4: edit, 'Alt+Delete': remove, 'Alt+KeyK': toggleCamera, Escape: onLeave })
  const close = useCallback(() => {
    setEditing(null)
    requestAnimationFrame(() => field.current?.focus())
  }, [])
  const sent = t('sent', { time: format.when(parcel.sentAt), unit: parcel.fromUnit })
  return (
    <Page
      fill
      title={parcel.number}
      lead={`${sent} · ${t('courier', { name: parcel.courierName })}`}
      actions={
        <KeyButton look="quiet" hint="Alt+K" icon={<Camera />} aria-pressed={camera} onClick={toggleCamera}>
          {t(camera ? 'count.cameraOff' : 'count.camera')}
        </KeyButton>
      }
      bar={<CountBar sums={sums} onLeave={onLeave} onFinish={onFinish} />}
    >
      <div className={css.work}>
        <Columns
          sideWidth={320}
          side={
            <>
              {camera && (
                <CountCamera
                  said={counting.said}
                  onCode={(code) => void counting.count(code)}
                  onType={() => field.current?.focus()}
                />
              )}
              <CountSide parcel={parcel} sums={sums} />
            </>
          }
        >
          <CountField ref={field} onCode={(code) => void counting.count(code)} onStep={step} />
          <SaidBanner
            said={counting.said}
            interrupted={interrupted}
            onTakeBack={line?.counted && isSaid(counting.said, line) ? remove : undefined}
          />
          <CountLines lines={parcel.lines} chosen={chosen} onChoose={choose} onOpen={open} />
        </Columns>
      </div>
      <LineDialog shipmentId={parcel.shipmentId} line={editing} onClose={close} onChanged={counting.put} />
    </Page>
  )
}

const isSaid = (said: Said, { key }: ShipmentLine) =>
  said.kind === 'answer' && said.answer.kind === 'counted' && said.answer.line.key === key

/** The line that keys are for: the one scanned last, until another is chosen. */
function useChosen(lines: readonly ShipmentLine[], said: Said) {
  const [chosen, choose] = useState<string | null>(null)
  useEffect(() => {
    if (said.kind === 'answer' && 'line' in said.answer) choose(said.answer.line.key)
  }, [said])
  const step = (by: number) => {
    const at = lines.findIndex(({ key }) => key === chosen)
    const next = lines[Math.max(0, Math.min(lines.length - 1, at === -1 ? (by > 0 ? 0 : lines.length - 1) : at + by))]
    if (next) choose(next.key)
  }
  return { chosen, choose, step }
}

interface CountBarProps {
  readonly sums: Sums
  readonly onLeave: () => void
  readonly onFinish: (complete: boolean) => void
}

/** What is still open, and the two ways to end: all of it, or the rest tomorrow. */
function CountBar({ sums, onLeave, onFinish }: CountBarProps) {
  const { t } = useTranslation('shipments')
  const mayRest = sums.unsigned > 0 && sums.open > 0
  const mayEnd = sums.unsigned > 0 || sums.open > 0 || sums.missing > 0
  useShortcuts({
    'Alt+KeyS': () => mayEnd && onFinish(true),
    'Alt+KeyL': () => mayRest && onFinish(false),
  })
  return (
    <ActionBar reason={<Reason sums={sums} />}>
      <KeyButton data-many size="tall" hint="Esc" onClick={onLeave}>
        {t('count.back')}
      </KeyButton>
      <KeyButton size="tall" hint="Alt+L" aria-disabled={!mayRest} onClick={() => mayRest && onFinish(false)}>
        {t('count.tomorrow')}
      </KeyButton>
      <KeyButton
        look="primary"
        size="big"
        hint="Alt+S"
        icon={<PackageCheck />}
        aria-disabled={!mayEnd}
        onClick={() => mayEnd && onFinish(true)}
      >
        {t('count.finish')}
      </KeyButton>
    </ActionBar>
  )
}

function Reason({ sums }: { readonly sums: Sums }) {
  const { t } = useTranslation('shipments')
  if (sums.open > 0) return <>{t('count.open', { count: sums.open })}</>
  return <>{sums.unsigned > 0 ? t('count.whole') : t('count.signed')}</>
}
