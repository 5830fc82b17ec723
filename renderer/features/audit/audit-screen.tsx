import { FileDown, ScrollText, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AuditKind, auditKinds } from '#shared/domain/audit/audit-kinds.ts'
import { callRoles } from '#shared/domain/staff/permissions.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useSession } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { DateField } from '../../ui/date-field.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { Page } from '../../ui/page.tsx'
import { EmptyState, FaultLine } from '../../ui/states.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import css from './audit.module.css'
import { AuditTable } from './audit-table.tsx'
import { ChainState } from './chain-state.tsx'

/** Jejak audit of this computer, for supervisors: who did what on a day, whether the chain is whole, and a signed file of it. */
export function AuditScreen() {
  const { t } = useTranslation('audit')
  const { staff } = useSession()
  const may = staff?.roles.some((role) => callRoles['audit.list'].some((one) => one === role)) ?? false
  if (may) return <Trail />
  return (
    <Page title={t('title')}>
      <EmptyState icon={<ScrollText />} title={t('supervisorsOnly')} text={t('supervisorsOnlyText')} />
    </Page>
  )
}

function Trail() {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const [day, setDay] = useState(format.today)
  const check = useAct('audit.check', () => undefined)
  const save = useAct('audit.export', ({ saved, fileName }) =>
    showToast({ title: saved ? t('saved', { file: fileName }) : t('notSaved'), text: saved ? t('savedText') : '' }),
  )
  const checkNow = () => void check.act({})
  const saveNow = () => void save.act({ from: day, to: day })
  useShortcuts({ 'Control+Enter': checkNow, 'Control+s': saveNow })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <KeyButton hint="Ctrl+S" icon={<FileDown aria-hidden="true" />} onClick={once(saveNow)}>
            {t('export')}
          </KeyButton>
          <KeyButton
            look="primary"
            hint="Ctrl+Enter"
            icon={<ShieldCheck aria-hidden="true" />}
            onClick={once(checkNow)}
            aria-disabled={check.pending}
          >
            {t('check')}
          </KeyButton>
        </>
      }
    >
      {save.fault && <FaultLine fault={save.fault} kept={false} />}
      {check.fault && <FaultLine fault={check.fault} kept={false} />}
      <ChainState />
      <Day day={day} onDay={setDay} />
    </Page>
  )
}

function Day({ day, onDay }: { readonly day: string; readonly onDay: (day: string) => void }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const [staffId, setStaffId] = useState('')
  const [kind, setKind] = useState<AuditKind | null>(null)
  const [limit, setLimit] = useState(50)
  const asked = { day, staffId: staffId || null, kind, before: null, limit }
  const list = useEngineQuery('audit.list', asked, { keepPrevious: true })
  const kinds = auditKinds
    .map((value) => ({ value, label: t(`kinds.${value}`) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  const people = (list.data?.people ?? []).map(({ staffId: value, name: label }) => ({ value, label }))
  return (
    <>
      <div className={css.filters}>
        <DateField id="audit-day" label={t('day')} value={day} onChange={(chosen) => onDay(chosen || format.today())} />
        <SelectField
          {...{ id: 'audit-person', label: t('person'), choose: t('everybody'), options: people }}
          value={staffId}
          onChange={setStaffId}
        />
        <SelectField
          {...{ id: 'audit-kind', label: t('kind'), choose: t('everything'), options: kinds }}
          value={kind ?? ''}
          onChange={(chosen) => setKind(auditKinds.find((one) => one === chosen) ?? null)}
        />
      </div>
      <AuditTable list={list} onMore={limit < 200 ? () => setLimit(200) : null} />
    </>
  )
}
