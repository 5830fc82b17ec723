import { useEffect, useRef } from 'react'
import { fieldWithFocus, type TypingPlace } from './focused-field.ts'
import { type BurstRule, ScanBurst, usualScanner, type Verdict } from './scan-burst.ts'

/** What a key event must tell; browsers' own KeyboardEvent does. */
export interface KeyPress extends Event {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly isComposing: boolean
  readonly repeat: boolean
}

interface Listening {
  readonly onCode: (code: string) => void
  readonly place?: TypingPlace
  readonly rule?: BurstRule
}

const swallow = (event: Event) => {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * Hears a USB scanner that types, whatever has the focus: the code goes to `onCode`, the field gets back what it held before, and no
 * shortcut fires. A person's typing is untouched. Listens in the capture phase, before any shortcut; returns the way to stop.
 */
export function listenToScanner(
  target: EventTarget,
  { onCode, place = fieldWithFocus, rule = usualScanner }: Listening,
) {
  const burst = new ScanBurst(rule)
  let restore: () => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const obey = (verdict: Verdict, event: Event) => {
    if (verdict.kind !== 'pass') swallow(event)
    if (verdict.kind === 'pass' && verdict.release !== '') place.type(verdict.release)
    if (verdict.kind !== 'scan') return
    restore()
    onCode(verdict.code)
  }
  const onKey = (event: Event) => {
    const press = event as KeyPress
    if (press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return
    if (press.key === 'Enter' || press.key === 'Tab') {
      clearTimeout(timer)
      return obey(burst.end(press.timeStamp), event)
    }
    if ([...press.key].length !== 1 || press.repeat) return
    const verdict = burst.character(press.key, press.timeStamp)
    if (verdict.kind === 'pass') restore = place.remember()
    obey(verdict, event)
    clearTimeout(timer)
    if (burst.holding) timer = setTimeout(() => place.type(burst.drop()), rule.longestGapMs * 1.5)
  }
  target.addEventListener('keydown', onKey, { capture: true })
  return () => {
    clearTimeout(timer)
    target.removeEventListener('keydown', onKey, { capture: true })
  }
}

/** Hears the USB scanner while the component is shown. */
export function useUsbScanner(onCode: (code: string) => void, enabled = true): void {
  const latest = useRef(onCode)
  latest.current = onCode
  useEffect(() => {
    if (!enabled) return
    return listenToScanner(window, { onCode: (code) => latest.current(code) })
  }, [enabled])
}
