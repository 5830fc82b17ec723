import { useCallback, useEffect, useRef, useState } from 'react'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import { faultOf } from '../../app/engine-hooks.ts'
import { type CodeSource, onlyCard, soundOf, useOpenResult, useResolveCode, useSound } from '../../app/open-code.ts'
import { CodeMemory } from './code-memory.ts'
import type { Brackets } from './viewfinder.tsx'

/** What the screen says about the last code. `reading`: it is being looked up; `opening`: in a blink the next screen comes. */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'opening'; readonly result: ScanResult }
  | { readonly kind: 'answer'; readonly result: ScanResult }
  | { readonly kind: 'failed'; readonly code: string }
  | { readonly kind: 'no-code' | 'no-picture' | 'nothing-to-paste' }

/** Long enough to see the green brackets, short enough not to wait for them. */
const blinkMs = 250

export function bracketsOf(said: Said): Brackets {
  if (said.kind === 'nothing' || said.kind === 'reading') return 'waiting'
  if (said.kind === 'opening') return 'read'
  return said.kind === 'answer' && soundOf(said.result) === 'accepted' ? 'read' : 'refused'
}

/** Looks codes up, each once, and leads on or explains. `first`: a result that came with the visit. */
export function useScan(first: ScanResult | undefined) {
  const resolve = useResolveCode()
  const open = useOpenResult()
  const sound = useSound()
  const memory = useRef(new CodeMemory())
  const busy = useRef(false)
  const [said, setSaid] = useState<Said>(first ? { kind: 'answer', result: first } : { kind: 'nothing' })

  const tell = useCallback((result: ScanResult) => {
    const leadsOn = onlyCard(result) !== null || result.kind === 'receipt'
    setSaid({ kind: leadsOn ? 'opening' : 'answer', result })
  }, [])
  // A code typed or scanned elsewhere while this screen is shown.
  useEffect(() => {
    if (first) setSaid({ kind: 'answer', result: first })
  }, [first])
  useEffect(() => {
    if (said.kind !== 'opening') return
    const timer = setTimeout(() => {
      open(said.result)
      setSaid({ kind: 'nothing' })
    }, blinkMs)
    return () => clearTimeout(timer)
  }, [said, open])

  const look = useCallback(
    async (code: string, source: CodeSource) => {
      if (busy.current) return
      busy.current = true
      setSaid({ kind: 'reading' })
      try {
        tell(await resolve(code, source))
      } catch (error) {
        setSaid({ kind: 'failed', code: faultOf(error).code })
        memory.current.forget()
      } finally {
        busy.current = false
      }
    },
    [resolve, tell],
  )
  const seen = useCallback(
    (code: string) => {
      if (memory.current.isNew(code, performance.now()) && !busy.current) void look(code, 'camera')
    },
    [look],
  )
  const refuse = useCallback(
    (kind: 'no-code' | 'no-picture' | 'nothing-to-paste') => {
      sound('refused')
      setSaid({ kind })
    },
    [sound],
  )
  const close = useCallback(() => setSaid({ kind: 'nothing' }), [])
  return { said, seen, look, refuse, close }
}
