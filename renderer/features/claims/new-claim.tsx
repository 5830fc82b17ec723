import { FileSearch, HandCoins } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useEngineQuery, useSlow } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { ClaimSum } from '../../ui/claim-sum.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { ErrorState, FaultLine, SkeletonRows } from '../../ui/states.tsx'
import { Fields, SelectField, TextField } from '../../ui/text-field.tsx'
import css from './new-claim.module.css'

interface NewClaimProps {
  /** An application's id, or number or text of its e-Kitir; null: to be typed. */
  readonly of: string | null
  /** Of the complaint from which it comes. */
  readonly complaintId: string | null
  readonly onOpen: (claimId: string) => void
  readonly onBack: () => void
}

/** From the number of an e-Kitir to a claim: what would be due and why is said before anything is taken. */
export function NewClaim({ of, complaintId, onOpen, onBack }: NewClaimProps) {
  const { t } = useTranslation(['claims', 'common'])
  const [asked, setAsked] = useState(of)
  const found = useEngineQuery('claim.assess', { of: asked ?? '-' }, { enabled: asked !== null })
  const slow = useSlow(found.isFetching)
  useShortcuts({ Escape: onBack })
  // Whoever comes from an application that has a claim wants that claim.
  const existing = of === null || found.data?.again ? null : (found.data?.claimId ?? null)
  useEffect(() => {
    if (existing !== null) onOpen(existing)
  }, [existing, onOpen])
  if (asked !== null && found.data)
    return <Found found={found.data} complaintId={complaintId} onOpen={onOpen} onBack={onBack} />
  return (
    <Page title={t('find.title')} actions={<BackButton onBack={onBack} />}>
      <Ask onAsk={setAsked} />
      {asked !== null && found.isFetching && <SkeletonRows rows={3} shown={slow} />}
      {asked !== null && found.isError && !found.isFetching && (
        <div className={panel.panel}>
          <ErrorState fault={found.error.fault} />
        </div>
      )}
    </Page>
  )
}

export function BackButton({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation('claims')
  return (
    <KeyButton look="quiet" hint="Esc" onClick={onBack}>
      {t('backToList')}
    </KeyButton>
  )
}

function Ask({ onAsk }: { readonly onAsk: (of: string) => void }) {
  const { t } = useTranslation('claims')
  const [typed, setTyped] = useState('')
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  return (
    <form
      ref={form}
      className={`${panel.panel} ${css.ask}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '') onAsk(typed.trim())
      }}
    >
      <Fields>
        <TextField id="claim-kitir" wide label={t('find.label')} value={typed} max={512} onChange={setTyped} />
      </Fields>
      <div className={css.askRow}>
        <span className={panel.caption}>{t('find.hint')}</span>
        <KeyButton
          type="submit"
          look="primary"
          hint="Enter"
          icon={<FileSearch aria-hidden="true" />}
          aria-disabled={typed.trim() === ''}
        >
          {t('find.action')}
        </KeyButton>
      </div>
    </form>
  )
}

type FoundClaim = OutputOf<'claim.assess'>
const relations = ['self', 'family', 'proxy', 'guardian'] as const
type Relation = (typeof relations)[number]

interface FoundProps extends Pick<NewClaimProps, 'complaintId' | 'onOpen' | 'onBack'> {
  readonly found: FoundClaim
}

function Found({ found, complaintId, onOpen, onBack }: FoundProps) {
  const { t } = useTranslation('claims')
  const { application } = found
  const claimId = found.again ? null : found.claimId
  return (
    <Page
      title={application.applicantName}
      lead={<span className="num">{application.kitirNumber}</span>}
      actions={<BackButton onBack={onBack} />}
      bar={claimId !== null ? <OpenBar onOpen={() => onOpen(claimId)} /> : <span hidden />}
    >
      <div className={css.columns}>
        <ClaimSum title={t('sum.title')} of={found.now} application={application} />
        {claimId === null && <Take found={found} complaintId={complaintId} onOpen={onOpen} />}
      </div>
    </Page>
  )
}

function OpenBar({ onOpen }: { readonly onOpen: () => void }) {
  const { t } = useTranslation('claims')
  useShortcuts({ 'Control+Enter': onOpen })
  return (
    <ActionBar reason={t('find.openReason')}>
      <KeyButton look="primary" size="big" hint="Ctrl+Enter" onClick={onOpen}>
        {t('find.openClaim')}
      </KeyButton>
    </ActionBar>
  )
}

function Take({ found, complaintId, onOpen }: Omit<FoundProps, 'onBack'>) {
  const { t } = useTranslation(['claims', 'common'])
  const { application } = found
  const [name, setName] = useState(application.applicantName)
  const [relation, setRelation] = useState<Relation>('self')
  const { confirm, pending, fault } = useConfirm('claim.take', ({ claimId }) => onOpen(claimId))
  const ready = name.trim() !== '' && !pending
  const claimant = { name: name.trim(), relation }
  const take = () => {
    if (ready) void confirm({ applicationId: application.applicationId, claimant, complaintId })
  }
  useShortcuts({ 'Control+Enter': take })
  const section = useRef<HTMLElement>(null)
  useEffect(() => section.current?.querySelector('input')?.focus(), [])
  return (
    <section className={`${panel.panel} ${css.claimant}`} ref={section}>
      <h2>{t('find.claimantTitle')}</h2>
      <Fields>
        <TextField id="claimant-name" wide label={t('find.claimant')} value={name} max={200} onChange={setName} />
        <SelectField
          id="claimant-relation"
          label={t('find.relation')}
          value={relation}
          choose={t('common:collector.self')}
          options={relations.slice(1).map((value) => ({ value, label: t(`common:collector.${value}`) }))}
          onChange={(value) => setRelation(relations.find((one) => one === value) ?? 'self')}
        />
      </Fields>
      {fault && <FaultLine fault={fault} />}
      <p className={panel.caption}>
        {name.trim() === ''
          ? t('find.claimantMissing')
          : t(found.again ? 'find.takeAgain' : `find.takeReason.${found.now.outcome}`)}
      </p>
      <KeyButton
        look="primary"
        size="big"
        hint="Ctrl+Enter"
        icon={<HandCoins aria-hidden="true" />}
        aria-disabled={!ready}
        onClick={take}
      >
        {t('find.take')}
      </KeyButton>
    </section>
  )
}
