import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { type FaultCode, faultCodes } from '#shared/contract/errors.ts'
import { claimFlags } from '#shared/domain/claim/claim.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './exception-row.module.css'
import { useActName } from './queue.tsx'

type Row = OutputOf<'sync.overview'>['exceptions'][number]
interface RowProps {
  readonly row: Row
}

/** Each act that the centre did not simply accept, with one next step. */
export function Exceptions({ rows, waiting }: { readonly rows: readonly Row[]; readonly waiting: boolean }) {
  const { t } = useTranslation('sync')
  return (
    <section>
      <div className={panel.head}>
        <h2>
          {t('exceptions')} <span className={panel.count}>{rows.length}</span>
        </h2>
        <span className={panel.caption}>{rows.length > 0 && t('exceptionsHint')}</span>
      </div>
      <div className={panel.panel}>
        {rows.length === 0 && (
          <EmptyState
            mood="good"
            title={t('exceptionsNone')}
            text={waiting ? t('exceptionsNoneYet') : t('exceptionsNoneText')}
          />
        )}
        {rows.map((row, at) => (
          <ExceptionRow key={row.id} row={row} at={at} />
        ))}
      </div>
    </section>
  )
}

function ExceptionRow({ row, at }: RowProps & { readonly at: number }) {
  const { t } = useTranslation('sync')
  const [calling, setCalling] = useState(false)
  const next = useNextStep(row, () => setCalling(true))
  const { title, text } = useWords(row)
  const act = useActNumber(row)
  const { showReceipt } = useNavigation()
  const { handoverId } = row
  const seeReceipt = (id: string) => {
    setCalling(false)
    showReceipt(id)
  }
  const key = at + 1
  useShortcuts({ [`Control+Digit${key}`]: next }, key <= 9)
  return (
    <div className={css.exception}>
      <div className={css.grow}>
        <div className={css.kind}>
          <KindTag kind={row.kind} />
          <span className={panel.caption}>{act}</span>
        </div>
        <b>{title}</b>
        <span className={css.text}>
          <Facts details={row.details} /> {text}
        </span>
      </div>
      <KeyButton className={css.act} hint={key <= 9 ? `Ctrl+${key}` : undefined} onClick={next}>
        {t(`nextStep.${row.next}`)}
      </KeyButton>
      <Dialog opened={calling} onClose={() => setCalling(false)} title={t('nextStep.call-supervisor')}>
        <p>{title}</p>
        <p className={css.bigCode}>{act}</p>
        <p>{t('callText')}</p>
        {handoverId && (
          <KeyButton data-autofocus onClick={() => seeReceipt(handoverId)}>
            {t('seeReceipt')}
          </KeyButton>
        )}
      </Dialog>
    </div>
  )
}

function useNextStep(row: Row, callSupervisor: () => void): () => void {
  const { go, showReceipt } = useNavigation()
  const engine = useEngine()
  return () => {
    if (row.next === 'open-case' && row.caseId) return go({ name: 'case', caseId: row.caseId })
    if (row.next === 'open-claim' && row.claimId) return go({ name: 'claims', claimId: row.claimId })
    if (row.next === 'open-receipt' && row.handoverId) return showReceipt(row.handoverId)
    if (row.next === 'call-supervisor' || row.next === 'open-receipt') return callSupervisor()
    if (row.next === 'send-again') return void engine.call('sync.now', {}).catch(() => undefined)
    void engine.call('sync.acknowledge', { id: row.id }).catch(() => undefined)
  }
}

/** The centre kept the act whole and could not follow it. */
const unreadCodes: ReadonlySet<string> = new Set(['unprocessable', 'payload-unreadable'])
/** It could not follow it, whatever it is about: of an unknown kind, or about nothing that it knows. */
const unfollowedCodes: ReadonlySet<string> = new Set([
  'flagged-fact',
  'unknown-type',
  'complaint-unknown',
  'visit-unknown',
  'question-unknown',
  'assistance-unknown',
  'shipment-unknown',
])
/** Verdicts that are no fault of a screen. */
const toldCodes = ['rules-not-met', 'incident-ended', 'incident-times', 'incident-unknown'] as const
const ownCodes = [
  'quarantined',
  'revoked',
  'blob-refused',
  'copied',
  'copy-seen',
  'forked-by-file',
  'restored',
  'readmitted',
  'number-twice',
  'acts-lost',
  'verdict-changed',
] as const

function useWords(row: Row): { title: string; text: string } {
  const { t } = useTranslation(['sync', 'common', 'faults', 'claims'])
  const nameOf = useActName()
  // A code that a newer centre knows and this program does not still gets a sentence; the code itself stands beside the number of the act.
  const whyOf = (code: string) => {
    const told = toldCodes.find((one) => one === code)
    if (told) return t(`exception.why.${told}`)
    return code in faultCodes ? `${t(`faults:${code as FaultCode}.title`)}.` : t('exception.why.other')
  }
  const own = ownCodes.find((code) => code === row.code)
  if (own) {
    const now = (['applied', 'conflict', 'refused'] as const).find((kind) => kind === row.details.now) ?? 'conflict'
    const told = {
      resent: '0',
      fetched: '0',
      number: '',
      address: '',
      numbers: '',
      acts: '0',
      files: '0',
      ...row.details,
      verdict: t(`verdict.${now}`),
    }
    return { title: t(`own.${own}.title`, told), text: t(`own.${own}.text`, told) }
  }
  const kind = row.cardKind ? t(`common:cardKind.${row.cardKind}`) : t('exception.card')
  const whose = { kind, name: row.ownerName ?? t('exception.someone') }
  if (row.claimId !== null) {
    const name = { name: row.ownerName ?? t('exception.someone') }
    const flag = claimFlags.find((one) => one === row.code)
    return {
      title: t(`exception.claim.${row.kind}`, name),
      text: flag ? `${t(`claims:flag.${flag}`)}.` : whyOf(row.code),
    }
  }
  if (row.code === 'count-difference') return { title: t('exception.count'), text: t('exception.countText') }
  if (row.actType === 'case.settle') return { title: t('exception.settling', whose), text: whyOf(row.code) }
  if (unfollowedCodes.has(row.code)) return { title: t('exception.unfollowed'), text: t('exception.unfollowedText') }
  if (unreadCodes.has(row.code)) return { title: t('exception.unread', whose), text: t('exception.unreadText') }
  if (row.code === 'flagged-movement')
    return { title: t('exception.movement', whose), text: t('exception.movementText') }
  if (row.code === 'card-elsewhere') return { title: t('exception.undoing', whose), text: t('exception.undoingText') }
  if (row.kind === 'refused' && row.actType !== null && !row.actType.startsWith('handover'))
    return { title: t('exception.refusedAct', { act: nameOf(row.actType) }), text: whyOf(row.code) }
  const title = t(`exception.${row.kind}`, whose)
  return { title, text: t(`exception.${row.kind}Text`) }
}

function useActNumber({ code, seq, kind }: Row): string {
  const { t } = useTranslation('sync')
  // Where the sentence does not tell why, the code is what the supervisor is shown.
  const untold = kind === 'refused' && !toldCodes.some((one) => one === code)
  const number = code in faultCodes ? faultCodes[code as FaultCode].lkt : untold ? code : null
  const act = seq === null ? null : t('act', { seq })
  return [number, act].filter(Boolean).join(' · ')
}

function KindTag({ kind }: { readonly kind: Row['kind'] }) {
  const { t } = useTranslation('sync')
  const tone = { conflict: 'clash', refused: 'bad', attention: 'warn' } as const
  return (
    <StatusTag tone={tone[kind]} icon={kind === 'attention' ? TriangleAlert : undefined} plain>
      {t(`kind.${kind}`)}
    </StatusTag>
  )
}

/** Who handed over, where and when: the fact that stands and the other one, where the engine knows them. */
function Facts({ details }: { readonly details: Row['details'] }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  const own = useEngineQuery('app.status', {}).data?.device?.deviceCode
  const { firstAt, firstStaff = '', firstDevice = '', secondAt, secondStaff = '', secondDevice = '' } = details
  const factOf = (staff: string, device: string, at: string) =>
    t(device === own ? 'exception.factHere' : 'exception.fact', { staff, device, time: format.when(at) })
  return (
    <>
      {firstAt && factOf(firstStaff, firstDevice, firstAt)} {secondAt && factOf(secondStaff, secondDevice, secondAt)}
    </>
  )
}
