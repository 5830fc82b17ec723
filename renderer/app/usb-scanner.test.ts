import { expect, test, vi } from 'vitest'
import { usualScanner } from './scan-burst.ts'
import { listenToScanner } from './usb-scanner.ts'

class Key extends Event {
  readonly key: string
  readonly ctrlKey = false
  readonly altKey = false
  readonly metaKey = false
  readonly isComposing = false
  readonly repeat = false
  readonly #at: number
  constructor(key: string, at: number) {
    super('keydown', { cancelable: true })
    this.key = key
    this.#at = at
  }
  override get timeStamp() {
    return this.#at
  }
}

/** A field, a shortcut on Enter, and the scanner's ear, as on a screen. */
function aScreen(before = '') {
  const page = new EventTarget()
  const screen = { field: before, codes: [] as string[], entered: 0 }
  const stop = listenToScanner(page, {
    onCode: (code) => screen.codes.push(code),
    place: {
      remember: () => {
        const kept = screen.field
        return () => {
          screen.field = kept
        }
      },
      type: (text) => {
        screen.field += text
      },
    },
  })
  page.addEventListener('keydown', (event) => {
    if (!(event instanceof Key) || event.defaultPrevented) return
    if (event.key === 'Enter') screen.entered += 1
    else if (event.key.length === 1) screen.field += event.key
  })
  const type = (text: string, gapMs: number, end: string | null = 'Enter') => {
    const keys = end === null ? [...text] : [...text, end]
    for (const [i, key] of keys.entries()) page.dispatchEvent(new Key(key, 1000 + i * gapMs))
  }
  return { screen, type, stop }
}

test('a scan into a field leaves the field as it was, fires no shortcut, and hands over the code', () => {
  const { screen, type, stop } = aScreen('Ratna')
  type("KNG-2611-048213'; DROP TABLE card;--", 6)
  stop()
  expect(screen).toEqual({ field: 'Ratna', codes: ["KNG-2611-048213'; DROP TABLE card;--"], entered: 0 })
})

test('a person’s typing and Enter arrive unchanged', () => {
  const { screen, type, stop } = aScreen()
  type('KNG-2611-048213', 110)
  stop()
  expect(screen).toEqual({ field: 'KNG-2611-048213', codes: [], entered: 1 })
})

test('a PIN typed at once and Enter arrive unchanged', () => {
  const { screen, type, stop } = aScreen()
  type('480913', 3)
  stop()
  expect(screen).toEqual({ field: '480913', codes: [], entered: 1 })
})

test('quick keys without an end are given back after a moment', () => {
  vi.useFakeTimers()
  const { screen, type, stop } = aScreen()
  type('480913', 3, null)
  vi.advanceTimersByTime(usualScanner.longestGapMs * 2)
  stop()
  vi.useRealTimers()
  expect(screen).toEqual({ field: '480913', codes: [], entered: 0 })
})

test('two scans in a row are two codes', () => {
  const { screen, type, stop } = aScreen()
  type('KNG-2611-048213', 6)
  type('KNG-2611-048214', 6)
  stop()
  expect(screen.codes).toEqual(['KNG-2611-048213', 'KNG-2611-048214'])
})
