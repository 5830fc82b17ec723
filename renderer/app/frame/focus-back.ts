import { useEffect, useRef } from 'react'

/** Gives the focus back to where it was before the screen was locked: the lock takes it, and what lies behind is inert meanwhile. */
export function useFocusBack(locked: boolean): void {
  const last = useRef<HTMLElement | null>(null)
  useEffect(() => {
    if (locked) return
    const back = requestAnimationFrame(() => last.current?.isConnected && last.current.focus({ preventScroll: true }))
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last.current = target
    }
    document.addEventListener('focusin', remember)
    return () => {
      cancelAnimationFrame(back)
      document.removeEventListener('focusin', remember)
    }
  }, [locked])
}
