import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session.tsx'
import { showToast } from '../toast.tsx'

const idleMs = 10 * 60_000
const warningMs = 30_000

/** Locks the screen of a desk that was left; says so half a minute before. */
export function useIdleLock(): void {
  const { lock, locked } = useSession()
  const { t } = useTranslation('frame')
  const lastUse = useRef(Date.now())
  useEffect(() => {
    if (locked) return
    let warned = false
    const used = () => {
      lastUse.current = Date.now()
      warned = false
    }
    used()
    const timer = setInterval(() => {
      const left = lastUse.current + idleMs - Date.now()
      if (left <= 0) return lock()
      if (left > warningMs || warned) return
      warned = true
      showToast({ title: t('lockScreen.idle', { seconds: warningMs / 1000 }) })
    }, 5000)
    const events = ['pointerdown', 'pointermove', 'keydown'] as const
    for (const event of events) window.addEventListener(event, used, true)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, used, true)
    }
  }, [lock, locked, t])
}
