import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../engine-hooks.ts'
import { useCameraState } from './camera-state.ts'
import { useTooLong } from './one-row.ts'
import css from './status-bar.module.css'
import { CameraPart, Device, InsecureKey, Person, PrinterPart } from './status-desk.tsx'
import { Connection, GatePart, LastSync, MovePart, OtherDesks, Skew, Unsent } from './status-sync.tsx'
import { UpdatePart } from './status-update.tsx'

/** Where the truth stands. Each part is a button that explains and repairs. */
export function StatusBar() {
  const { t } = useTranslation('frame')
  const status = useEngineQuery('app.status', {})
  const camera = useCameraState()
  useMinute()
  const { ref, tooLong } = useTooLong<HTMLElement>()
  return (
    <footer ref={ref} className={css.bar} data-tight={tooLong || undefined}>
      <h2 className="visually-hidden">{t('status.label')}</h2>
      {status.data && (
        <>
          <Connection status={status.data} />
          <Unsent status={status.data} />
          <LastSync status={status.data} />
          <OtherDesks status={status.data} />
          <Skew status={status.data} />
          <GatePart status={status.data} />
          <MovePart status={status.data} />
          <UpdatePart status={status.data} />
          <InsecureKey status={status.data} />
          <span className={css.right}>
            <PrinterPart status={status.data} />
            <CameraPart state={camera} />
            <Device status={status.data} />
            <Person />
          </span>
        </>
      )}
    </footer>
  )
}

/** Ages grow while nothing else changes. */
function useMinute() {
  const [, tick] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 30_000)
    return () => clearInterval(timer)
  }, [])
}
