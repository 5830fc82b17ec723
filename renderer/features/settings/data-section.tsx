import { CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { Fault } from '#shared/contract/errors.ts'
import { faultOf, useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useSession } from '../../app/session.tsx'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ErrorState, FaultLine } from '../../ui/states.tsx'
import { type DataDialog, DataDialogs } from './data-dialogs.tsx'
import { Section } from './section.tsx'
import css from './settings-screen.module.css'

type State = OutputOf<'data.state'>

/** How the data of this computer are kept safe, and what can be done with them; more of it for supervisors. */
export function DataSection() {
  const { t } = useTranslation('keeping')
  const state = useEngineQuery('data.state', {})
  return (
    <Section id="data" title={t('section.title')}>
      {state.isError && <ErrorState fault={state.error.fault} />}
      {state.data && (
        <>
          <Facts state={state.data} />
          <Warnings state={state.data} />
          <Acts state={state.data} />
        </>
      )}
    </Section>
  )
}

function Facts({ state }: { readonly state: State }) {
  const { t } = useTranslation('keeping')
  const format = useFormat()
  const newest = state.backups.find(({ kind }) => kind !== 'set-aside')
  const { erased, checking, check } = state
  const counts = erased && {
    cards: erased.cards,
    files: erased.files,
    payloads: erased.payloads,
    audit: erased.audit,
    others: erased.others,
  }
  const checked =
    check && t(check.whole ? 'section.checkWhole' : 'section.checkDamaged', { when: format.when(check.at) })
  const facts = [
    [
      t('section.last'),
      newest
        ? t('section.lastAt', { when: format.when(newest.at), size: format.bytes(newest.bytes) })
        : t('section.lastNone'),
    ],
    [t('section.folder'), state.folder],
    [t('section.check'), checking ? t('section.checkRunning', checking) : (checked ?? t('section.checkNone'))],
    [
      t('section.erased'),
      erased && counts ? t('section.erasedAt', { when: format.when(erased.at), ...counts }) : t('section.erasedNone'),
    ],
    [
      t('section.key'),
      state.keySince ? t('section.keySince', { when: format.when(state.keySince) }) : t('section.keyFirst'),
    ],
  ] as const
  return (
    <dl className={css.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Warnings({ state: { backupTrouble, check } }: { readonly state: State }) {
  const { t } = useTranslation('keeping')
  return (
    <>
      {backupTrouble && (
        <p className={css.missing}>{t(backupTrouble === 'no-room' ? 'section.noRoom' : 'section.failed')}</p>
      )}
      {check && !check.whole && <p className={css.missing}>{t('section.damaged')}</p>}
    </>
  )
}

function Acts({ state }: { readonly state: State }) {
  const { t } = useTranslation('keeping')
  const engine = useEngine()
  const roles = useSession().staff?.roles ?? []
  const mayChange = roles.includes('supervisor') || roles.includes('admin')
  const [fault, setFault] = useState<Fault | null>(null)
  const [dialog, setDialog] = useState<DataDialog | null>(null)
  const backUp = async () => {
    if (state.backingUp) return
    setFault(null)
    try {
      await engine.call('data.back-up', {})
      showToast({ title: t('section.backedUp'), icon: <CircleCheck size={20} aria-hidden="true" /> })
    } catch (error) {
      setFault(faultOf(error))
    }
  }
  return (
    <>
      <div className={css.acts}>
        <KeyButton look="primary" aria-disabled={state.backingUp} onClick={() => void backUp()}>
          {state.backingUp ? t('section.backingUp') : t('section.backUp')}
        </KeyButton>
        {mayChange && state.backups.length > 0 && (
          <KeyButton onClick={() => setDialog('restore')}>{t('section.restore')}</KeyButton>
        )}
        {mayChange && state.check?.whole === false && (
          <KeyButton onClick={() => setDialog('repair')}>{t('section.repair')}</KeyButton>
        )}
        {mayChange && <KeyButton onClick={() => setDialog('renewKey')}>{t('section.renewKey')}</KeyButton>}
      </div>
      {fault && <FaultLine fault={fault} />}
      <DataDialogs shown={dialog} backups={state.backups} onClose={() => setDialog(null)} />
    </>
  )
}
