import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useEngine } from '../../app/engine-hooks.ts'
import { type EkitirShown, useNavigation } from '../../app/navigation.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { ChoiceRow } from '../../ui/choice-row.tsx'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import tick from '../../ui/tick.module.css'
import css from './ekitir.module.css'

type Reason = InputOf<'ekitir.reissue'>['reason']
const reasons: readonly Reason[] = ['no-pin', 'lost', 'pin-forgotten', 'damaged']

/** Another e-Kitir for the same application: why, and that the person is who they say. Its sheets are printed at once. */
export function ReissueForm({ of }: { readonly of: Extract<EkitirShown, { kind: 'reissue' }> }) {
  const { t } = useTranslation('ekitir')
  const [reason, setReason] = useState<Reason | undefined>(of.reason)
  const [seen, setSeen] = useState(false)
  const { act, fault, pending } = useReissue()
  const ready = reason !== undefined && seen && !pending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void act({ applicationId: of.applicationId, reason, identitySeen: true })
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <p className={css.note}>
        <b>{of.ownerName}</b>. {t('reissue.lead')}
      </p>
      <ChoiceRow
        name="reissue-reason"
        label={t('reissue.reason')}
        value={reason}
        options={reasons.map((value) => ({ value, label: t(`reissue.reasons.${value}`) }))}
        onChange={setReason}
        autoFocus
      />
      <label className={css.tick}>
        <input
          type="checkbox"
          className={tick.box}
          checked={seen}
          data-autofocus={reason ? true : undefined}
          onChange={(event) => setSeen(event.currentTarget.checked)}
        />
        {t('reissue.identity')}
      </label>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton type="submit" look="primary" hint="Enter" aria-disabled={!ready}>
          {t('reissue.save')}
        </KeyButton>
      </DialogActions>
    </form>
  )
}

/** Issues, puts both sheets into the print queue where there is a receipt printer, and shows the slip. */
function useReissue() {
  const { t } = useTranslation('ekitir')
  const engine = useEngine()
  const { showEkitir } = useNavigation()
  return useAct('ekitir.reissue', ({ kitirId, number }) => {
    showToast({ title: t('reissue.done', { number }) })
    showEkitir({ kind: 'slip', kitirId })
    // Without a receipt printer the slip says what can be done instead.
    void engine.call('ekitir.print', { kitirId, copy: 'both', paperPrinter: null }).catch(() => undefined)
  })
}
