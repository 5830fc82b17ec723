import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { ShipmentLine } from '#shared/contract/engine/shipments.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { useSound } from '../../app/open-code.ts'
import type { Sound } from '../../app/sounds.ts'

type Counted = OutputOf<'shipment.count-line'>
type Parcel = OutputOf<'shipment.get'>

/** What the screen says about the last scan. */
export type Said =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'answer'; readonly answer: Counted }
  | { readonly kind: 'removed'; readonly line: ShipmentLine }
  | { readonly kind: 'signed'; readonly line: ShipmentLine }
  | { readonly kind: 'failed'; readonly fault: Fault }

/** Counts what is scanned or typed, one after the other in the order it came: none is dropped while the one before is being written. */
export function useCounting(shipmentId: string, onOther: (shipmentId: string) => void) {
  const engine = useEngine()
  const sound = useSound()
  const put = usePutLine(shipmentId)
  const [said, say] = useState<Said>({ kind: 'nothing' })
  const line = useRef<Promise<void>>(Promise.resolve())
  const countOne = useCallback(
    async (code: string) => {
      try {
        const answer = await engine.call('shipment.count-line', { shipmentId, code: code.slice(0, 20_000) })
        sound(soundOf(answer))
        if (answer.kind === 'shipment' && answer.shipmentId !== shipmentId) return onOther(answer.shipmentId)
        if ('line' in answer) put(answer.line)
        say({ kind: 'answer', answer })
      } catch (error) {
        sound('refused')
        say({ kind: 'failed', fault: faultOf(error) })
      }
    },
    [engine, sound, shipmentId, onOther, put],
  )
  const count = useCallback(
    (code: string) => {
      line.current = line.current.then(() => countOne(code))
      return line.current
    },
    [countOne],
  )
  const remove = useRemove(shipmentId, say)
  const tellSigned = useCallback((one: ShipmentLine) => say({ kind: 'signed', line: one }), [])
  return { said, count, remove, put, tellSigned }
}

export type Counting = ReturnType<typeof useCounting>

function useRemove(shipmentId: string, say: (said: Said) => void) {
  const engine = useEngine()
  const queries = useQueryClient()
  return useCallback(
    async (line: ShipmentLine) => {
      try {
        await engine.call('shipment.uncount-line', { shipmentId, key: line.key })
        await queries.invalidateQueries({ queryKey: ['shipment.get'] })
        say({ kind: 'removed', line })
      } catch (error) {
        say({ kind: 'failed', fault: faultOf(error) })
      }
    },
    [engine, queries, shipmentId, say],
  )
}

/** Shows a line as the engine answered it, before the whole parcel is read again. */
function usePutLine(shipmentId: string) {
  const queries = useQueryClient()
  return useCallback(
    (line: ShipmentLine) =>
      queries.setQueryData<Parcel>(['shipment.get', { shipmentId }], (parcel) => {
        if (!parcel) return parcel
        const known = parcel.lines.some(({ key }) => key === line.key)
        const lines = known ? parcel.lines.map((one) => (one.key === line.key ? line : one)) : [...parcel.lines, line]
        return { ...parcel, lines }
      }),
    [queries, shipmentId],
  )
}

function soundOf(answer: Counted): Sound {
  if (answer.kind === 'counted') return answer.line.announced ? 'accepted' : 'conflict'
  return answer.kind === 'shipment' ? 'accepted' : 'refused'
}
