import { useTranslation } from 'react-i18next'
import { useEngine } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'

/** Both sheets of several e-Kitir into the queue of the receipt printer; what cannot be put there is said by its own slip. */
export function usePrintAll(): (kitirIds: readonly string[]) => void {
  const { t } = useTranslation('ekitir')
  const engine = useEngine()
  return (kitirIds) => {
    const print = (kitirId: string) => engine.call('ekitir.print', { kitirId, copy: 'both', paperPrinter: null })
    void Promise.allSettled(kitirIds.map(print)).then(() => showToast({ title: t('slip.queued') }))
  }
}
