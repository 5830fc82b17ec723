import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { PromiseLine } from '#shared/contract/engine/promise.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { ClockTimeline } from '../../ui/clock-timeline.tsx'
import { stepWords } from '../../ui/clock-words.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { serviceName } from '../../ui/service-name.ts'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import css from './detail.module.css'
import { FileDialog } from './file-dialog.tsx'
import { ClockTag } from './state-tag.tsx'

type Target = Parameters<typeof useEngineQuery<'promise.get'>>[1]
type Promised = OutputOf<'promise.get'>

/** One application: where its promise stands, how that came about, and what a citizen can do about it. */
export function PromiseDetail({ target }: { readonly target: Target }) {
  const promised = useEngineQuery('promise.get', target)
  const slow = useSlow(promised.isPending)
  if (promised.isError)
    return promised.error.fault.code === 'application-unknown' ? (
      <Unknown target={target} />
    ) : (
      <ErrorState fault={promised.error.fault} />
    )
  if (!promised.data) return <SkeletonRows rows={6} shown={slow} />
  return <Shown promised={promised.data} />
}

function Unknown({ target }: { readonly target: Target }) {
  const { t } = useTranslation('faults')
  const number = 'kitirNumber' in target ? target.kitirNumber : ''
  return <EmptyState title={t('application-unknown.title')} text={`${number} ${t('application-unknown.next')}`} />
}

function Shown({ promised }: { readonly promised: Promised }) {
  const { t } = useTranslation('complaints')
  const [filing, setFiling] = useState(false)
  const { line, complaints } = promised
  return (
    <>
      <header className={css.head}>
        <div>
          <h2>{line.applicantName}</h2>
          <p className="num">
            {t('about', { number: line.kitirNumber })} · {serviceName(line.service)}
          </p>
        </div>
        <ClockTag state={line.clock.state} />
      </header>
      <Standing line={line} />
      <Actions promised={promised} onFile={() => setFiling(true)} />
      <h3>{t('promise.timeline')}</h3>
      <ClockTimeline steps={promised.steps} />
      <Said promised={promised} />
      {complaints.length > 0 && <Complaints complaints={complaints} />}
      <FileDialog opened={filing} promised={promised} onClose={() => setFiling(false)} />
    </>
  )
}

/** The one figure that matters, in large. */
function Standing({ line: { clock, fulfilledAt } }: { readonly line: PromiseLine }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const { state, dueAt, secondsLate, secondsLeft, officeSecondsLeft, netUsedSeconds } = clock
  if (state === 'none' || state === 'excluded') return <p className={css.figure}>{t('promise.outside')}</p>
  const figure =
    state === 'late'
      ? t(fulfilledAt === null ? 'promise.late' : 'promise.finishedLate', { duration: format.duration(secondsLate) })
      : state === 'paused'
        ? t('promise.stands')
        : state === 'on-time'
          ? t('promise.state.on-time')
          : t('promise.left', { duration: format.duration(secondsLeft) })
  const open = state === 'running' || state === 'due-soon'
  return (
    <div className={css.standing}>
      <p className={css.figure} data-late={state === 'late'}>
        {figure}
      </p>
      <p className="num">
        {dueAt && `${t(state === 'late' ? 'promise.dueWas' : 'promise.due')} ${format.dayTime(dueAt)}`}
        {open && ` · ${t('promise.officeLeft', { duration: format.duration(officeSecondsLeft) })}`}
        {` · ${t('promise.used', { duration: format.duration(netUsedSeconds) })}`}
      </p>
    </div>
  )
}

function Actions({ promised, onFile }: { readonly promised: Promised; readonly onFile: () => void }) {
  const { t } = useTranslation('complaints')
  const { go } = useNavigation()
  const { line, cards } = promised
  const [card] = cards
  const late = line.clock.state === 'late'
  const claim = () => go({ name: 'claims', applicationId: line.applicationId })
  const open = () => card && go({ name: 'handover', cardId: card.cardId })
  useShortcuts({
    'Alt+KeyN': onFile,
    ...(late && { 'Alt+KeyK': claim }),
    ...(card && { 'Alt+KeyO': open }),
  })
  return (
    <div className={css.actions}>
      <KeyButton look="primary" hint="Alt+N" onClick={onFile}>
        {t('promise.complain')}
      </KeyButton>
      {late && (
        <KeyButton hint="Alt+K" onClick={claim}>
          {t('promise.claim')}
        </KeyButton>
      )}
      {card && (
        <KeyButton hint="Alt+O" onClick={open}>
          {t('promise.openCard')}
        </KeyButton>
      )}
    </div>
  )
}

/** The whole explanation as one paragraph, to be read out, copied or put on paper. */
function Said({ promised }: { readonly promised: Promised }) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const words = promised.steps.map((step) => stepWords(step, t, format)).join(' ')
  const copy = async () => {
    await navigator.clipboard.writeText(words)
    showToast({ title: t('promise.copied') })
  }
  return (
    <div className={css.said}>
      <h3>{t('promise.saidTitle')}</h3>
      <p>{words}</p>
      <KeyButton size="small" look="quiet" icon={<Copy aria-hidden="true" />} onClick={() => void copy()}>
        {t('promise.copy')}
      </KeyButton>
    </div>
  )
}

function Complaints({ complaints }: Pick<Promised, 'complaints'>) {
  const { t } = useTranslation('complaints')
  const format = useFormat()
  const { go } = useNavigation()
  return (
    <>
      <h3>{t('promise.earlier')}</h3>
      <ul className={css.links}>
        {complaints.map(({ complaintId, number, subject, state, filedAt }) => (
          <li key={complaintId}>
            <button type="button" onClick={() => go({ name: 'complaints', tab: 'complaints', id: complaintId })}>
              <span className="num">{number}</span>
            </button>
            <span>
              {t(`subject.${subject}`)} · {t(`standing.${state}`)} · {format.when(filedAt)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
