import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '#shared/contract/engine/claims.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { ClaimSum } from '../../ui/claim-sum.tsx'
import { Columns } from '../../ui/columns.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { CentreMark } from '../../ui/status-tag.tsx'
import { Choice } from './choice.tsx'
import { ClaimBar } from './claim-bar.tsx'
import css from './claim-detail.module.css'
import { ClaimStateTag } from './claim-state.tsx'
import { FourEyes } from './four-eyes.tsx'
import { History } from './history.tsx'
import { likelyFirst } from './likely-first.ts'
import { BackButton } from './new-claim.tsx'
import { OpenCase } from './open-case.tsx'

interface ClaimDetailProps {
  readonly claimId: string
  readonly onBack: () => void
  readonly onTakeAgain: (applicationId: string) => void
}

/** One claim: its sum, who did what, and the one next step. */
export function ClaimDetail({ claimId, onBack, onTakeAgain }: ClaimDetailProps) {
  const { t } = useTranslation(['claims', 'common'])
  const claim = useEngineQuery('claim.get', { claimId })
  const slow = useSlow(claim.isPending)
  useShortcuts({ Escape: onBack })
  if (claim.data) return <Shown claim={claim.data} onBack={onBack} onTakeAgain={onTakeAgain} />
  return (
    <Page title={t('title')} actions={<BackButton onBack={onBack} />}>
      <div className={panel.panel}>
        {claim.isPending && <SkeletonRows rows={6} shown={slow} />}
        {claim.isError && (
          <ErrorState fault={claim.error.fault}>
            <KeyButton onClick={() => void claim.refetch()}>{t('common:retry')}</KeyButton>
          </ErrorState>
        )}
      </div>
    </Page>
  )
}

interface ShownProps extends Omit<ClaimDetailProps, 'claimId'> {
  readonly claim: ClaimView
}

function Shown({ claim, onBack, onTakeAgain }: ShownProps) {
  const { t } = useTranslation('claims')
  const [cause, setCause] = useState(claim.cause ?? claim.likelyCause)
  const { checkedAs, now, application } = claim
  const late = (checkedAs ?? now).outcome !== 'not-eligible'
  // What is not late has no cause of its lateness.
  const asks = late && claim.next === 'check' && claim.mayNot === null
  return (
    <Page
      title={claim.applicantName}
      lead={
        <span className={css.lead}>
          <ClaimStateTag claim={claim} /> <span className="num">{claim.kitirNumber}</span>
          {claim.centre !== 'recorded' && <CentreMark centre={claim.centre} />}
        </span>
      }
      actions={<BackButton onBack={onBack} />}
      bar={
        <ClaimBar claim={claim} cause={late ? cause : 'other'} onTakeAgain={() => onTakeAgain(claim.applicationId)} />
      }
    >
      <Columns
        sideWidth={380}
        side={
          <>
            <FourEyes claim={claim} />
            <History claim={claim} />
          </>
        }
      >
        {claim.openCase && <OpenCase claimId={claim.claimId} openCase={claim.openCase} />}
        <ClaimSum
          title={t(checkedAs ? 'sum.checkedTitle' : 'sum.title')}
          of={checkedAs ?? now}
          application={application}
          amount={claim.decided?.outcome === 'approved' ? claim.amount : undefined}
        />
        {checkedAs && (claim.next !== null || claim.again) && <Changed claim={claim} checkedAs={checkedAs} />}
        {asks ? (
          <Cause cause={cause} onChange={setCause} likely={claim.likelyCause} />
        ) : (
          <Facts claim={claim} late={late} />
        )}
      </Columns>
    </Page>
  )
}

interface CauseProps {
  readonly cause: ClaimView['likelyCause']
  readonly likely: ClaimView['likelyCause']
  readonly onChange: (cause: ClaimView['likelyCause']) => void
}

function Cause({ cause, likely, onChange }: CauseProps) {
  const { t } = useTranslation('claims')
  return (
    <section className={`${panel.panel} ${css.part}`}>
      <div className={panel.head}>
        <h2>{t('cause.title')}</h2>
        <span className={panel.caption}>{t('cause.hint')}</span>
      </div>
      <Choice
        name="claim-cause"
        label={t('cause.title')}
        value={cause}
        options={likelyFirst(likely).map((value) => ({ value, label: t(`cause.${value}`) }))}
        onChange={onChange}
      />
    </section>
  )
}

/** Since the check the register or the clock may say something else: then it is checked again. */
function Changed({ claim, checkedAs }: { readonly claim: ClaimView; readonly checkedAs: ClaimView['now'] }) {
  const { t } = useTranslation('claims')
  const { now } = claim
  if (now.outcome === checkedAs.outcome && now.amount === checkedAs.amount) return null
  return <ClaimSum title={t('sum.nowTitle')} of={now} application={claim.application} />
}

function Facts({ claim, late }: { readonly claim: ClaimView; readonly late: boolean }) {
  const { t } = useTranslation(['claims', 'common'])
  return (
    <dl className={`${panel.panel} ${css.facts}`}>
      {claim.claimant && (
        <div>
          <dt>{t('claimant')}</dt>
          <dd>
            {claim.claimant.name} · {t(`common:collector.${claim.claimant.relation}`)}
          </dd>
        </div>
      )}
      {late && claim.cause && (
        <div>
          <dt>{t('cause.title')}</dt>
          <dd>{t(`cause.${claim.cause}`)}</dd>
        </div>
      )}
    </dl>
  )
}
