import { CircleCheck, CircleDot, CirclePause, Flag, type LucideIcon, Moon, MoveRight, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ClockStepSaid } from '#shared/contract/engine/promise.ts'
import { useFormat } from '../app/format.ts'
import css from './clock-timeline.module.css'
import { stepWords } from './clock-words.ts'

const pictures: Readonly<Record<string, { readonly icon: LucideIcon; readonly kind: string }>> = {
  'starts-at-acceptance': { icon: Play, kind: 'start' },
  'starts-at-opening': { icon: Play, kind: 'start' },
  'day-off': { icon: Moon, kind: 'off' },
  due: { icon: Flag, kind: 'due' },
  stopped: { icon: CirclePause, kind: 'stop' },
  'stopped-too-late': { icon: CirclePause, kind: 'off' },
  extended: { icon: MoveRight, kind: 'due' },
  moved: { icon: MoveRight, kind: 'due' },
  fulfilled: { icon: CircleCheck, kind: 'done' },
}

/** From the start over every stop to the due time and the end, as a line with a mark for each. */
export function ClockTimeline({ steps }: { readonly steps: readonly ClockStepSaid[] }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  return (
    <ol className={css.line}>
      {steps.map((step, index) => {
        const { icon: Icon, kind } = pictures[step.code] ?? { icon: CircleDot, kind: 'off' }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps are one explanation, made anew as a whole
          <li key={index} data-kind={kind}>
            <Icon aria-hidden="true" />
            <span>{stepWords(step, t, format)}</span>
          </li>
        )
      })}
    </ol>
  )
}
