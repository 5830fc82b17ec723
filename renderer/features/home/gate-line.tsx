import { Lock, TriangleAlert } from 'lucide-react'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useGateWords } from '../../app/frame/use-gate-words.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import css from '../../ui/notice-line.module.css'

/** Each limit that is near or reached, above the list of what to do. */
export function GateLines() {
  const wordsOf = useGateWords()
  const gates = useEngineQuery('app.status', {}).data?.gates ?? []
  return (
    <div role="status">
      {gates.map((gate) => {
        const { title, why, act } = wordsOf(gate)
        return (
          <div key={gate.kind} className={css.line} data-stage={gate.stage}>
            {gate.stage === 'locked' ? <Lock aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
            <span className={css.words}>
              <b>{title}</b> {why}
            </span>
            <KeyButton onClick={act.run}>{act.label}</KeyButton>
          </div>
        )
      })}
    </div>
  )
}
