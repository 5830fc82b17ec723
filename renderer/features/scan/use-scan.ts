import { useCallback, useEffect, useRef, useState } from 'react'
import type { ScanResult } from '#shared/contract/engine/scan.ts'
import type { FaultCode } from '#shared/contract/errors.ts'
import { faultOf } from '../../app/engine-hooks.ts'
import { type CodeSource, onlyCard, soundOf, useOpenResult, useResolveCode, useSound } from '../../app/open-code.ts'
import { CodeMemory } from '../../ui/camera/code-memory.ts'
import type { Brackets } from '../../ui/camera/viewfinder.tsx'

type NoCode = 'no-code' | 'unreadable-picture' | 'nothing-to-paste'

/** What the screen says about the last code. `reading`: it is being looked up; `opening`: in a blink the next screen comes. */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'opening'; readonly result: ScanResult; readonly code: string }
  | { readonly kind: 'answer'; readonly result: ScanResult }
  | { readonly kind: 'failed'; readonly code: FaultCode }
  | { readonly kind: NoCode }

type Say = (said: Said) => void

/** Long enough to see the green brackets, short enough not to wait for them. */
const blinkMs = 250

export function bracketsOf(said: Said): Brackets {
  if (said.kind === 'nothing' || said.kind === 'reading') return 'waiting'
  if (said.kind === 'opening') return 'read'
  return said.kind === 'answer' && soundOf(said.result) === 'accepted' ? 'read' : 'refused'
}

/** Looks codes up, each once, and leads on or explains. `first`: a result that came with the visit. */
export function useScan(first: ScanResult | undefined) {
  const sound = useSound()
  const [said, say] = useState<Said>(first ? { kind: 'answer', result: first } : { kind: 'nothing' })
  // A code typed or scanned elsewhere while this screen is shown.
  useEffect(() => {
    if (first) say({ kind: 'answer', result: first })
  }, [first])
  useLeadOn(said, say)
  const refuse = useCallback(
    (kind: NoCode) => {
      sound('refused')
      say({ kind })
    },
    [sound],
  )
  const close = useCallback(() => say({ kind: 'nothing' }), [])
  return { said, ...useLookUp(say), refuse, close }
}

/** `look`: asks the engine what a code is, one at a time. `seen`: the same for a code before the camera, once per showing. */
function useLookUp(say: Say) {
  const resolve = useResolveCode()
  const memory = useRef(new CodeMemory())
  const busy = useRef(false)
  const look = useCallback(
    async (code: string, source: CodeSource) => {
      if (busy.current) return
      busy.current = true
      say({ kind: 'reading' })
      try {
        say(saidOf(await resolve(code, source), code))
      } catch (error) {
        say({ kind: 'failed', code: faultOf(error).code })
        memory.current.forget()
      } finally {
        busy.current = false
      }
    },
    [resolve, say],
  )
  const seen = useCallback(
    (code: string) => {
      if (memory.current.isNew(code, performance.now()) && !busy.current) void look(code, 'camera')
    },
    [look],
  )
  return { look, seen }
}

const saidOf = (result: ScanResult, code: string): Said => {
  const leadsOn = onlyCard(result) !== null || result.kind === 'receipt' || result.kind === 'shipment'
  return leadsOn ? { kind: 'opening', result, code } : { kind: 'answer', result }
}

/** Opens what was read, once the green brackets were seen. */
function useLeadOn(said: Said, say: Say) {
  const open = useOpenResult()
  useEffect(() => {
    if (said.kind !== 'opening') return
    const timer = setTimeout(() => {
      open(said.result, said.code)
      say({ kind: 'nothing' })
    }, blinkMs)
    return () => clearTimeout(timer)
  }, [said, say, open])
}
