import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { useEngine, useEngineQuery } from '../engine-hooks.ts'
import { useSession } from '../session.tsx'
import { type Idle, idleAfter } from './idle-clock.ts'

const minute = 60_000
const events = ['pointerdown', 'pointermove', 'keydown'] as const

/** Locks the screen of a desk that was left, and counts down before it does: any key or movement keeps it open. */
export function IdleLock() {
  const { t } = useTranslation('frame')
  const idle = useIdle()
  if (idle.kind !== 'warned') return null
  return (
    <Dialog opened above onClose={() => undefined} title={t('lockScreen.idleTitle')} width={420}>
      <p role="status">{t('lockScreen.idle', { seconds: idle.secondsLeft })}</p>
      <KeyButton look="primary" hint="Enter" autoFocus>
        {t('lockScreen.stay')}
      </KeyButton>
    </Dialog>
  )
}

function useIdle(): Idle {
  const { lock, locked } = useSession()
  const engine = useEngine()
  const minutes = useEngineQuery('app.status', {}).data?.policy.idleLockMinutes ?? 10
  const [idle, setIdle] = useState<Idle>({ kind: 'used' })
  const used = useRef(performance.now())
  useEffect(() => {
    if (locked) return setIdle({ kind: 'used' })
    let told = Number.NEGATIVE_INFINITY
    const use = () => {
      used.current = performance.now()
      setIdle((before) => (before.kind === 'used' ? before : { kind: 'used' }))
      if (used.current - told < minute) return
      told = used.current
      void engine.call('session.touch', {}).catch(() => undefined)
    }
    use()
    const timer = setInterval(() => {
      const now = idleAfter(performance.now() - used.current, minutes * minute)
      if (now.kind === 'over') lock()
      else if (now.kind === 'warned') setIdle(now)
    }, 1000)
    for (const event of events) window.addEventListener(event, use, true)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, use, true)
    }
  }, [engine, lock, locked, minutes])
  return idle
}
