import { LockKeyholeOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShiftToday } from '#shared/contract/engine/shifts.ts'
import { useConfirm } from '../../app/confirm.ts'
import { useStaff } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import css from './day.module.css'

interface OpeningProps {
  readonly drawer: ShiftToday['drawer']
  readonly onLeave: () => void
}

/** Takes the drawer over: counted first, then held against the ledger, with a word where the two differ, signed. */
export function Opening({ drawer, onLeave }: OpeningProps) {
  const { t } = useTranslation(['day', 'common'])
  const staff = useStaff()
  const [ktpEl, setKtpEl] = useState('')
  const [kia, setKia] = useState('')
  const [why, setWhy] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  const done = () => {
    showToast({ title: t('opening.done') })
    onLeave()
  }
  const { confirm, pending, fault } = useConfirm('shift.open', done)
  const counted = { ktpEl: Number(ktpEl), kia: Number(kia) }
  const isCounted = ktpEl !== '' && kia !== ''
  const differs = isCounted && (counted.ktpEl !== drawer.ktpEl || counted.kia !== drawer.kia)
  useEffect(() => document.querySelector<HTMLElement>('#drawer-ktp')?.focus(), [])
  const missing = missingOf(ktpEl, kia, differs && why.trim().length < 3, signature)
  const press = () => {
    if (missing === null && signature !== null && !pending)
      return void confirm({ counted, explanation: differs ? why : null, signature })
    const selector = { needCount: '#drawer-ktp', needWhy: '#drawer-why', needSign: '#sign-open canvas' }
    document.querySelector<HTMLElement>(selector[missing ?? 'needSign'])?.focus()
  }
  useShortcuts({ Escape: onLeave, 'Control+Enter': press })
  return (
    <Page
      title={t('opening.title')}
      lead={t('opening.lead')}
      bar={
        <ActionBar reason={fault ? <FaultLine fault={fault} /> : t(`opening.${missing ?? 'ready'}`)}>
          <KeyButton size="tall" hint="Esc" onClick={onLeave}>
            {t('common:cancel')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<LockKeyholeOpen />}
            aria-disabled={missing !== null || pending}
            onClick={press}
          >
            {t('opening.action')}
          </KeyButton>
        </ActionBar>
      }
    >
      <section className={`${panel.panel} ${css.part}`}>
        <h2>{t('opening.count')}</h2>
        <div className={css.narrow}>
          <Fields>
            <TextField id="drawer-ktp" digits max={6} label={t('stock.ktpEl')} value={ktpEl} onChange={setKtpEl} />
            <TextField id="drawer-kia" digits max={6} label={t('stock.kia')} value={kia} onChange={setKia} />
            {differs && (
              <TextField
                id="drawer-why"
                wide
                max={500}
                label={t('opening.explanation')}
                value={why}
                onChange={setWhy}
              />
            )}
          </Fields>
        </div>
        <p role="status">
          {t(isCounted ? 'opening.book' : 'opening.bookLater', { ktpEl: drawer.ktpEl, kia: drawer.kia })}
        </p>
      </section>
      <section className={`${panel.panel} ${css.part}`}>
        <SignatureBlock
          id="sign-open"
          title={t('opening.sign')}
          signer={staff.name}
          signed={signature !== null}
          onChange={setSignature}
          keys={{ onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] }}
        />
      </section>
    </Page>
  )
}

function missingOf(ktpEl: string, kia: string, silent: boolean, signature: string | null) {
  if (ktpEl === '' || kia === '') return 'needCount' as const
  if (silent) return 'needWhy' as const
  return signature === null ? ('needSign' as const) : null
}
