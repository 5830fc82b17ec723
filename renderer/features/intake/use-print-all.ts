import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngine } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'

/** Both sheets of several e-Kitir into the queue of the receipt printer, once; what cannot be put there is said by its own slip. */
export function usePrintAll(): (kitirIds: readonly string[]) => void {
  const { t } = useTranslation('ekitir')
  const engine = useEngine()
  const queries = useQueryClient()
  const running = useRef(false)
  const printAll = async (kitirIds: readonly string[]) => {
    if (running.current) return
    running.current = true
    const print = (kitirId: string) => engine.call('ekitir.print', { kitirId, copy: 'both', paperPrinter: null })
    await Promise.allSettled(kitirIds.map(print))
    showToast({ title: t('slip.queued') })
    // Before the page knows what is on its way, a second press would print copies of it.
    await queries.refetchQueries({ queryKey: ['ekitir.slip'] })
    running.current = false
  }
  return (kitirIds) => void printAll(kitirIds)
}
