import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { EngineClient } from '../engine-client.ts'
import { useEngine } from '../engine-hooks.ts'
import { answerCloseAsked, onCloseAsked } from '../engine-port.ts'
import { type Leaving, LeavingDialog } from './leaving-dialog.tsx'

/** Does `go`, after a warning where acts are unsent. */
type AskToLeave = (kind: Leaving['kind'], go: () => void) => Promise<boolean>

const LeavingContext = createContext<AskToLeave | null>(null)

/** An engine that does not answer in this time keeps nobody. */
const patienceMs = 1_000

/** Warns before somebody signs out or closes the window while acts are unsent. */
export function LeavingProvider({ children }: { readonly children: ReactNode }) {
  const engine = useEngine()
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const ask = useCallback<AskToLeave>(
    async (kind, go) => {
      const unsent = await unsentNow(engine)
      if (unsent === null || unsent.count === 0) {
        go()
        return false
      }
      setLeaving({ kind, unsent, go })
      return true
    },
    [engine],
  )
  useEffect(
    () =>
      onCloseAsked(() => {
        const mayClose = () => answerCloseAsked('loket:may-close')
        void ask('close', mayClose).then((warned) => warned && answerCloseAsked('loket:close-held'))
      }),
    [ask],
  )
  const value = useMemo(() => ask, [ask])
  return (
    <LeavingContext value={value}>
      {children}
      <LeavingDialog leaving={leaving} onStay={() => setLeaving(null)} />
    </LeavingContext>
  )
}

async function unsentNow(engine: EngineClient): Promise<Leaving['unsent'] | null> {
  const patience = new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null))
  const status = engine.call('app.status', {}).then(({ unsent }) => unsent)
  return Promise.race([status, patience]).catch(() => null)
}

export function useAskToLeave(): AskToLeave {
  const ask = useContext(LeavingContext)
  if (!ask) throw new Error('LeavingProvider is missing above this component')
  return ask
}
