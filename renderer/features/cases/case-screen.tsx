import { useTranslation } from 'react-i18next'
import type { CaseShown } from '#shared/contract/engine/cases.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useIsSupervisor } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Counts } from '../../ui/case-counts.tsx'
import { Movements } from '../../ui/case-movements.tsx'
import { CaseThings } from '../../ui/case-things.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './case-screen.module.css'
import { ClerkPanel } from './clerk-panel.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { Receipts } from './receipts.tsx'
import { RefusedDecision } from './refused-decision.tsx'
import { SettledPanel } from './settled-panel.tsx'

/** Kasus: the facts that contradict each other side by side, and a supervisor's decision about them. */
export function CaseScreen({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation(['cases', 'common'])
  const { back } = useNavigation()
  const file = useEngineQuery('case.get', { caseId })
  const slow = useSlow(file.isPending)
  useShortcuts({ Escape: back })
  const leave = (
    <KeyButton look="quiet" hint="Esc" onClick={back}>
      {t('back')}
    </KeyButton>
  )
  if (file.data) return <Shown file={file.data} leave={leave} />
  return (
    <Page title={t('title')} actions={leave}>
      {file.isError ? (
        <ErrorState fault={file.error.fault}>
          <KeyButton onClick={() => void file.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      ) : (
        <SkeletonRows rows={8} shown={slow} />
      )}
    </Page>
  )
}

function Shown({ file, leave }: { readonly file: CaseShown; readonly leave: React.ReactNode }) {
  const { t } = useTranslation(['cases', 'common'])
  const whose = {
    kind: file.cardKind ? t(`common:cardKind.${file.cardKind}`) : t('card'),
    name: file.ownerName ?? t('someone'),
  }
  const aboutCard = file.kind !== 'count-difference' && file.kind !== 'flagged-fact'
  const settled = file.state === 'settled' && aboutCard
  return (
    <Page title={t(`heading.${headingOf(file, settled)}`, whose)} lead={<Lead file={file} />} actions={leave}>
      <RefusedDecision caseId={file.caseId} />
      <div className={css.columns}>
        <Evidence file={file} />
        <aside className={css.panel}>
          <Judgement file={file} />
        </aside>
      </div>
    </Page>
  )
}

const headingOf = ({ blanks, kind }: CaseShown, settled: boolean) =>
  blanks.length > 0 ? 'blanks' : settled ? 'settled' : kind

function Lead({ file }: { readonly file: CaseShown }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const { place } = file
  const settled = file.state === 'settled'
  const tone = settled ? 'ok' : file.kind === 'double-hand-over' ? 'clash' : 'warn'
  return (
    <span className={css.lead}>
      <StatusTag tone={tone}>{t(`tag.${settled ? 'settled' : file.kind}`)}</StatusTag>
      <span>
        {t('lead', { number: file.number, time: format.dateTime(file.openedAt) })}
        {place && ` · ${t('place', { place: `${place.rack}-${place.box}-${place.number}` })}`} · <DataAsOf />
      </span>
    </span>
  )
}

function Evidence({ file }: { readonly file: CaseShown }) {
  const { t } = useTranslation('cases')
  const format = useFormat()
  const { fact } = file
  if (fact)
    return <EmptyState title={t('fact.title')} text={t('fact.text', { ...fact, at: format.dateTime(fact.at) })} />
  const facts = [file.receipts, file.movements, file.counts, file.oldCards, file.blanks]
  if (facts.every(({ length }) => length === 0))
    return <EmptyState title={t('noEvidence')} text={t('noEvidenceText')} />
  return (
    <>
      <Receipts file={file} />
      <Movements movements={file.movements} />
      <Counts counts={file.counts} />
      <CaseThings file={file} />
    </>
  )
}

function Judgement({ file }: { readonly file: CaseShown }) {
  const supervisor = useIsSupervisor()
  if (file.settled) return <SettledPanel file={file} settled={file.settled} />
  return supervisor ? <DecisionPanel file={file} /> : <ClerkPanel file={file} />
}
