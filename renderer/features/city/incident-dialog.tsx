import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { useAct } from '../../app/use-act.ts'
import { DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { FaultLine } from '../../ui/states.tsx'
import css from './city.module.css'
import { CityDialog } from './city-dialog.tsx'
import { type CityIncident, Span, StateTag, useStruck } from './incident-words.tsx'
import { instantOf, localOf } from './local-minute.ts'
import { MinuteField } from './minute-field.tsx'
import type { Said } from './said.tsx'
import { useZone } from './use-zone.ts'

interface IncidentDialogProps {
  /** null: not told at the moment. */
  readonly incident: CityIncident | null
  readonly onClose: () => void
  readonly onDone: (said: Said) => void
}

/** One incident: it is over, or it was none. */
export function IncidentDialog({ incident, onClose, onDone }: IncidentDialogProps) {
  const { t } = useTranslation('city')
  const zone = useZone()
  // Above the incident: what was begun stays while the line is gone, though the incident does not.
  const [draft, setDraft] = useState(() => ({ over: localOf(Date.now(), zone), reason: '' }))
  const acts = useActs(onDone)
  return (
    <CityDialog
      onClose={onClose}
      title={incident ? t(`incidents.kind.${incident.kind}`) : t('incidents.list')}
      width={620}
    >
      {incident && <Facts incident={incident} />}
      {incident && incident.withdrawnAt === null && (
        <Acts incident={incident} draft={draft} onDraft={setDraft} acts={acts} />
      )}
    </CityDialog>
  )
}

function Facts({ incident }: { readonly incident: CityIncident }) {
  const format = useFormat()
  const struck = useStruck()
  return (
    <section className={css.paper}>
      <h3>
        <Span incident={incident} format={format} />
        <StateTag incident={incident} />
      </h3>
      <p className={css.hint}>{struck(incident)}</p>
      <p className={css.hint}>{incident.source}</p>
    </section>
  )
}

interface Draft {
  readonly over: string
  readonly reason: string
}

interface ActsProps {
  readonly incident: CityIncident
  readonly draft: Draft
  readonly onDraft: (draft: Draft) => void
  readonly acts: ReturnType<typeof useActs>
}

function Acts({ incident, draft, onDraft, acts }: ActsProps) {
  const { t } = useTranslation('city')
  const zone = useZone()
  const { over, reason } = draft
  const { incidentId, from } = incident
  const { end, withdraw, fault, busy } = acts
  const to = instantOf(over, zone)
  const runs = incident.to === null
  const mayEnd = runs && to !== null && to > from && !busy
  const mayWithdraw = reason.trim() !== '' && !busy
  const endNow = () => mayEnd && end({ incidentId, to })
  const withdrawNow = () => mayWithdraw && withdraw({ incidentId, reason: reason.trim() })
  useShortcuts({ 'Control+Enter': endNow, 'Alt+KeyK': withdrawNow })
  return (
    <>
      {runs && (
        <MinuteField
          autoFocus
          label={t('incidents.over')}
          value={over}
          onChange={(next) => onDraft({ ...draft, over: next })}
        />
      )}
      <label className={css.area}>
        {t('incidents.withdrawReason')}
        <textarea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => onDraft({ ...draft, reason: event.target.value })}
        />
      </label>
      {fault && <FaultLine fault={fault} />}
      <DialogActions>
        <KeyButton hint="Alt+K" aria-disabled={!mayWithdraw} onClick={once(withdrawNow)}>
          {t('incidents.withdraw')}
        </KeyButton>
        {runs && (
          <KeyButton look="primary" hint="Ctrl+Enter" aria-disabled={!mayEnd} onClick={once(endNow)}>
            {t('incidents.end')}
          </KeyButton>
        )}
      </DialogActions>
    </>
  )
}

function useActs(onDone: (said: Said) => void) {
  const ending = useAct('city.end-incident', onDone)
  const withdrawing = useAct('city.withdraw-incident', onDone)
  return {
    end: (input: InputOf<'city.end-incident'>) => void ending.act(input),
    withdraw: (input: InputOf<'city.withdraw-incident'>) => void withdrawing.act(input),
    fault: ending.fault ?? withdrawing.fault,
    busy: ending.pending || withdrawing.pending,
  }
}
