import { CircleCheck, Info, OctagonAlert, Printer, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Fault, type FaultCode, faultCodes } from '#shared/contract/errors.ts'
import type { FatalCode } from '#shared/contract/shell/lifecycle.ts'
import { atStake } from './fault-words.ts'
import css from './states.module.css'

interface EmptyStateProps {
  readonly title: string
  readonly text?: ReactNode
  /** good: nothing is left to do; neutral: nothing fits. */
  readonly mood?: 'good' | 'neutral'
  readonly icon?: ReactNode
  readonly children?: ReactNode
}

/** Nothing here: the good news or the cause, and one way on. */
export function EmptyState({ title, text, mood = 'neutral', icon, children }: EmptyStateProps) {
  return (
    <div className={css.state}>
      <span className={css.icon} data-mood={mood} aria-hidden="true">
        {icon ?? (mood === 'good' ? <CircleCheck /> : <Info />)}
      </span>
      <p className={css.title}>{title}</p>
      {text && <p className={css.text}>{text}</p>}
      {children && <div className={css.actions}>{children}</div>}
    </div>
  )
}

/** The small number under which a fault is reported. */
export function lktOf(code: FaultCode | FatalCode): string {
  if (code === 'key-wrong') return faultCodes['database-key-wrong'].lkt
  if (code === 'no-room') return faultCodes['disk-full'].lkt
  return code in faultCodes ? faultCodes[code as FaultCode].lkt : 'LKT-700'
}

interface ErrorStateProps {
  readonly fault: Fault | { readonly code: FatalCode }
  /** Replaces the general sentence about what was kept. */
  readonly kept?: string
  readonly children?: ReactNode
}

/** What happened, what was kept, what to do now; the code small at the corner. */
export function ErrorState({ fault, kept, children }: ErrorStateProps) {
  const { t } = useTranslation('faults')
  const look = fault.code.startsWith('printer') ? <Printer /> : <TriangleAlert />
  const refused = fault.code in faultCodes && faultCodes[fault.code as FaultCode].kind === 'refused'
  return (
    <div className={css.state} role="alert">
      <span className={css.icon} data-mood={refused ? 'bad' : 'warn'} aria-hidden="true">
        {refused ? <OctagonAlert /> : look}
      </span>
      <p className={css.title}>{t(`${fault.code}.title`)}</p>
      <p className={css.text}>
        {kept ?? t(`${fault.code}.kept`)} {t(`${fault.code}.next`)}
      </p>
      {children && <div className={css.actions}>{children}</div>}
      <small className={css.code}>{lktOf(fault.code)}</small>
    </div>
  )
}

interface FaultLineProps {
  readonly fault: Fault
  readonly extra?: ReactNode
  /** False where nothing was at stake whatever the fault: a test, a question. */
  readonly kept?: boolean
}

/** A fault in one line under a field or beside a button: what happened, what was kept, what to do now. */
export function FaultLine({ fault, extra, kept = atStake(fault.code) }: FaultLineProps) {
  const { t } = useTranslation('faults')
  return (
    <div className={css.line} role="alert">
      <OctagonAlert aria-hidden="true" />
      <div>
        <b>{t(`${fault.code}.title`)}.</b> {extra} {kept && t(`${fault.code}.kept`)} {t(`${fault.code}.next`)}{' '}
        <small>{lktOf(fault.code)}</small>
      </div>
    </div>
  )
}

/** Rows in the final geometry, shown only once loading takes longer than a blink. */
export function SkeletonRows({ rows = 5, shown }: { readonly rows?: number; readonly shown: boolean }) {
  const { t } = useTranslation('common')
  if (!shown) return <div className={css.skeleton} aria-busy="true" />
  return (
    <div className={css.skeleton} role="status" aria-label={t('loading')} aria-busy="true">
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row}>
          <i />
          <i />
          <i />
        </div>
      ))}
    </div>
  )
}
