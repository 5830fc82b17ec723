import { CreditCard, FilePlus2, Fingerprint, HeartHandshake, NotebookPen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VisitDetail } from '#shared/contract/engine/visits.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { DoneItems } from './done-items.tsx'
import siteCss from './site.module.css'
import { StepButtons } from './step-buttons.tsx'
import css from './trips.module.css'
import type { Step } from './use-step.ts'
import { type Asks, VisitDialog } from './visit-dialog.tsx'

interface ServedPersonProps {
  readonly visitId: string
  readonly tripId: string
  readonly step: Step
  /** No dialog of the screen lies above. */
  readonly keys: boolean
}

/** The person who is here: the number, what was asked for, and what is done, each with its key. */
export function ServedPerson({ visitId, ...rest }: ServedPersonProps) {
  const found = useEngineQuery('visit.get', { visitId }, { keepPrevious: true })
  const slow = useSlow(found.isPending)
  if (found.isError) return <ErrorState fault={found.error.fault} />
  if (!found.data || found.data.line.visitId !== visitId) return <SkeletonRows rows={5} shown={slow} />
  return <Person visit={found.data} {...rest} />
}

const acts = [
  { asks: 'record', icon: Fingerprint, keys: 'Alt+KeyR', hint: 'Alt+R' },
  { asks: 'card', icon: CreditCard, keys: 'Alt+KeyK', hint: 'Alt+K' },
  { asks: 'application', icon: FilePlus2, keys: 'Alt+KeyM', hint: 'Alt+M' },
  { asks: 'assistance', icon: HeartHandshake, keys: 'Alt+KeyO', hint: 'Alt+O' },
  { asks: 'note', icon: NotebookPen, keys: 'Alt+KeyC', hint: 'Alt+C' },
] as const

function Person({ visit, tripId, step, keys }: Omit<ServedPersonProps, 'visitId'> & { readonly visit: VisitDetail }) {
  const { t } = useTranslation('trips')
  const format = useFormat()
  const [asks, setAsks] = useState<Asks | null>(null)
  const { line, nikMasked, recording, note, outcomeNote } = visit
  useShortcuts(Object.fromEntries(acts.map((act) => [act.keys, () => setAsks(act.asks)])), keys && asks === null)
  return (
    <>
      <div className={siteCss.who}>
        <b className={`${siteCss.number} num`}>{line.number}</b>
        <div>
          <h2>{line.name}</h2>
          <p className="num">
            {[line.wants.map((want) => t(`want.${want}`)).join(', '), nikMasked, format.time(line.openedAt)]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <p>
            {line.outcome ? t(`site.outcome.${line.outcome}`) : t(`site.state.${line.state}`)}
            {outcomeNote && ` · ${outcomeNote}`}
          </p>
        </div>
      </div>
      <StepButtons visit={visit} step={step} enabled={keys && asks === null} onAsk={setAsks} />
      <div className={siteCss.quick}>
        {acts.map(({ asks: what, icon: Icon, hint }) => (
          <KeyButton key={what} size="tall" icon={<Icon />} hint={hint} onClick={() => setAsks(what)}>
            {t(`site.${what}`)}
          </KeyButton>
        ))}
      </div>
      <h3>{t('site.done')}</h3>
      {recording && (
        <p className={siteCss.result}>
          <b>{t(`recording.${recording.status}`)}</b> <small>{recording.status}</small> {recording.reason}
        </p>
      )}
      <DoneItems visit={visit} tripId={tripId} />
      {note && <p className={siteCss.result}>{note}</p>}
      {!recording && visit.items.length === 0 && !note && <p className={css.quiet}>{t('site.nothing')}</p>}
      <VisitDialog asks={asks} visit={visit} tripId={tripId} step={step} onClose={() => setAsks(null)} />
    </>
  )
}
