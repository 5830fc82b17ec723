import { BookOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Awaited } from './awaited.tsx'
import css from './city.module.css'
import { ClaimDialog } from './claim-dialog.tsx'
import { MoreRows } from './more-rows.tsx'
import { PickList } from './pick-list.tsx'
import type { Said } from './said.tsx'
import { useCityPages } from './use-city-pages.ts'

type CityClaim = OutputOf<'city.claims'>['claims'][number]

interface PartProps {
  /** null: of the whole city. */
  readonly scope: string | null
  readonly onSaid: (said: Said | null) => void
}

/** Claims that wait for a supervisor, and those about which there is a case; oldest first. Enter opens the decision. */
export function ClaimsPart({ scope, onSaid }: PartProps) {
  const answer = useCityPages('city.claims', { scope, waiting: true })
  const claims = answer.pages.flatMap((page) => page.claims)
  const [opened, open] = useState<string | null>(null)
  const done = (said: Said) => {
    open(null)
    onSaid(said)
  }
  return (
    <div className={css.column}>
      {scope === null && <RegisterButton />}
      {answer.isSuccess ? (
        <>
          <Claims claims={claims} onOpen={open} focus={opened === null} />
          <MoreRows shown={claims.length} total={answer.total} onMore={answer.more} />
        </>
      ) : (
        <Awaited answer={answer} rows={6} />
      )}
      {opened && <ClaimDialog claimId={opened} onClose={() => open(null)} onDone={done} />}
    </div>
  )
}

/** To the compensation ledger: at the Dinas it is that of the whole city. */
function RegisterButton() {
  const { t } = useTranslation('city')
  const { go } = useNavigation()
  const show = () => go({ name: 'claims', register: true })
  useShortcuts({ 'Alt+KeyR': show })
  return (
    <div className={css.tools}>
      <KeyButton hint="Alt+R" icon={<BookOpen />} onClick={show}>
        {t('claims.register')}
      </KeyButton>
    </div>
  )
}

interface ClaimsProps {
  readonly claims: readonly CityClaim[]
  readonly onOpen: (claimId: string) => void
  readonly focus: boolean
}

function Claims({ claims, onOpen, focus }: ClaimsProps) {
  const { t } = useTranslation('city')
  const format = useFormat()
  const [chosen, choose] = useState<string | null>(null)
  if (claims.length === 0) return <EmptyState mood="good" title={t('claims.none')} text={t('claims.noneText')} />
  return (
    <PickList
      label={t('claims.list')}
      rows={claims}
      keyOf={({ claimId }) => claimId}
      columns="150px minmax(150px, 1fr) 150px 150px 200px 110px 110px"
      head={[
        t('column.level'),
        t('claims.applicant'),
        t('cards.kitir'),
        t('column.unit'),
        t('claims.found'),
        t('claims.amount'),
        t('claims.taken'),
      ]}
      cells={(claim) => [
        <StateTag key="state" claim={claim} />,
        <b key="name">{claim.applicantName ?? t('claims.unknown')}</b>,
        claim.kitirNumber ?? '–',
        claim.unitName,
        claim.outcome ? t(`claims.outcome.${claim.outcome}`) : '–',
        t('claims.rupiah', { amount: format.number(claim.amount) }),
        format.when(claim.takenAt),
      ]}
      chosen={chosen}
      onChoose={choose}
      onOpen={({ claimId }) => onOpen(claimId)}
      focus={focus}
    />
  )
}

function StateTag({ claim: { state, caseId } }: { readonly claim: CityClaim }) {
  const { t } = useTranslation('city')
  const words = t(`claims.state.${state}`)
  return (
    <StatusTag tone={caseId ? 'clash' : 'warn'} plain>
      {caseId ? t('claims.withCase', { state: words }) : words}
    </StatusTag>
  )
}
