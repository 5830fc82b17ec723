import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { ClaimSum } from '../../ui/claim-sum.tsx'
import { serviceName } from '../../ui/service-name.ts'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { CityDialog } from './city-dialog.tsx'
import { ClaimCase } from './claim-case.tsx'
import { ClaimForm, emptyClaimDraft } from './claim-form.tsx'
import type { Said } from './said.tsx'
import { useCity, useForgottenWithMe } from './use-city.ts'
import { useClaimActs } from './use-claim-acts.ts'

type ClaimFile = OutputOf<'city.claim'>

interface ClaimDialogProps {
  readonly claimId: string
  readonly onClose: () => void
  readonly onDone: (said: Said) => void
}

/** A claim with all that it is decided from, and the supervisor's decision. */
export function ClaimDialog({ claimId, onClose, onDone }: ClaimDialogProps) {
  const { t } = useTranslation('city')
  const answer = useCity('city.claim', { claimId })
  useForgottenWithMe('city.claim', { claimId })
  // Above the claim: what was begun stays while the line is gone, though the claim does not.
  const [draft, setDraft] = useState(emptyClaimDraft)
  const acts = useClaimActs(onDone)
  const file = answer.isSuccess ? answer.data : null
  const title = file ? `${t('claims.one')}: ${file.claim.applicantName ?? t('claims.unknown')}` : t('claims.decide')
  return (
    <CityDialog onClose={onClose} title={title} width={860}>
      {file ? (
        <>
          <Facts file={file} />
          {file.openCase && <ClaimCase openCase={file.openCase} />}
          <Sums file={file} />
          <History file={file} />
          <ClaimForm file={file} draft={draft} onDraft={setDraft} acts={acts} />
        </>
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
    </CityDialog>
  )
}

function Facts({ file: { claim, claimant, cause } }: { readonly file: ClaimFile }) {
  const { t } = useTranslation(['city', 'claims', 'common'])
  const parts = [
    `${t('city:tab.units')} ${claim.unitName}`,
    t(`city:claims.state.${claim.state}`),
    [claim.kitirNumber, serviceName(claim.service ?? '')].filter(Boolean).join(', '),
    claimant && `${claimant.name}, ${t(`common:collector.${claimant.relation}`)}`,
    cause && t(`claims:cause.${cause}`),
  ]
  return <p className={css.hint}>{parts.filter(Boolean).join(' · ')}</p>
}

/** As it was checked; and as it would be found now, where the register or the clock says something else since. */
function Sums({ file: { checkedAs, now, application } }: { readonly file: ClaimFile }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  const first = checkedAs ?? now
  if (first === null || application === null) return null
  const changed = checkedAs && now && (now.outcome !== checkedAs.outcome || now.amount !== checkedAs.amount)
  return (
    <>
      <ClaimSum title={t(checkedAs ? 'sum.checkedTitle' : 'sum.title')} of={first} application={application} />
      {changed && <ClaimSum title={t('sum.nowTitle')} of={now} application={application} />}
      <p className={css.hint}>{t('sum.netUsed', { net: format.duration(application.netUsedSeconds) })}</p>
    </>
  )
}

function History({ file: { history } }: { readonly file: ClaimFile }) {
  const { t } = useTranslation('claims')
  const format = useFormat()
  return (
    <section className={css.paper}>
      <h3>{t('history')}</h3>
      <ol className={css.history}>
        {history.map((one) => (
          <li key={one.id}>
            <b>{t(`happened.${one.kind}`)}</b> {[`${one.name} (${one.code})`, one.note].filter(Boolean).join(' · ')}
            <time dateTime={one.at}>{format.when(one.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
