import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/**
 * Whether what stands in a bar needs more than one row with all its words. Asked again after each rendering and when the window's size changes: the words
 * are shown for the measuring, before anything is painted.
 */
export function useTooLong<E extends HTMLElement>(): { readonly ref: RefObject<E | null>; readonly tooLong: boolean } {
  const ref = useRef<E>(null)
  const [tooLong, setTooLong] = useState(false)
  const measure = () => {
    if (ref.current) setTooLong(needsMoreRows(ref.current))
  }
  useLayoutEffect(measure)
  useLayoutEffect(() => {
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  })
  return { ref, tooLong }
}

function needsMoreRows(bar: HTMLElement): boolean {
  const before = bar.dataset.tight
  delete bar.dataset.tight
  const tops = new Set(
    [...bar.querySelectorAll('button')].map(({ offsetTop, offsetHeight }) => rowOf(offsetTop, offsetHeight)),
  )
  if (before !== undefined) bar.dataset.tight = before
  return tops.size > 1
}

/** Parts of one row have one middle, whatever their heights. */
const rowOf = (top: number, height: number) => Math.round((top + height / 2) / 8)
