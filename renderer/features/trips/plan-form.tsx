import { ListPlus, Plus, Save } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { DateField } from '../../ui/date-field.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import { KeptTyped } from './kept-typed.tsx'
import { PasteTargets } from './paste-targets.tsx'
import { PlaceFields } from './place-fields.tsx'
import { TargetForm } from './target-form.tsx'
import { TargetRows } from './target-rows.tsx'
import css from './trips.module.css'
import { usePlan } from './use-plan.ts'
import { usePlanDraft } from './use-plan-draft.ts'
import { WithKept } from './with-kept.tsx'

interface PlanFormProps {
  /** null: a new one. */
  readonly trip: TripDetail | null
  readonly onLeave: () => void
  readonly onSaved: (tripId: string) => void
}

const fields = {
  day: '#trip-day',
  members: '#trip-members',
  place: '#place-0-name',
  scope: '#place-0-scope',
  times: '#place-0-from',
}

/** The day of a team: who, where and when, and who is to be served. What was typed before and not saved is there again. */
export function PlanForm(props: PlanFormProps) {
  const { t } = useTranslation('trips')
  const tripId = props.trip?.line.tripId ?? null
  const found = useEngineQuery('trip.plan-draft', { tripId })
  return (
    <WithKept title={props.trip ? t('plan.change') : t('plan.title')} found={found}>
      {(kept, onAfresh) => <PlanFields {...props} kept={kept} onAfresh={onAfresh} />}
    </WithKept>
  )
}

type Kept = OutputOf<'trip.plan-draft'>['saved']

interface PlanFieldsProps extends PlanFormProps {
  readonly kept: Kept
  /** What was kept is not wanted. */
  readonly onAfresh: () => void
}

function PlanFields({ trip, kept, onAfresh, onLeave, onSaved }: PlanFieldsProps) {
  const { t } = useTranslation('trips')
  const format = useFormat()
  const scopes = useEngineQuery('trip.list', { filter: 'current', offset: 0, limit: 1 }).data?.scopes ?? []
  const plan = usePlan(trip, scopes, kept?.draft ?? null)
  const { forget } = usePlanDraft(trip?.line.tripId ?? null, plan.typed)
  const [pasting, setPasting] = useState(false)
  const { act, pending, fault } = useAct('trip.plan', ({ tripId }) => {
    forget()
    showToast({ title: t('plan.saved') })
    onSaved(tripId)
  })
  const save = () => {
    const [open] = plan.missing
    if (open) return document.querySelector<HTMLElement>(fields[open])?.focus()
    if (!pending) void act({ tripId: trip?.line.tripId ?? null, ...plan.asked })
  }
  useShortcuts(
    { 'Control+Enter': save, Escape: onLeave, 'Alt+KeyL': plan.addPlace, 'Alt+KeyT': () => setPasting(true) },
    !pasting,
  )
  useEffect(() => document.querySelector<HTMLElement>('#trip-day')?.focus(), [])
  const [first] = plan.missing
  return (
    <Page
      title={trip ? t('plan.change') : t('plan.title')}
      bar={
        <ActionBar
          reason={
            fault ? (
              <FaultLine fault={fault} />
            ) : (
              <div className={css.reason}>
                <b>{first ? t('plan.leftTo', { what: t(`plan.missing.${first}`) }) : t('plan.ready')}</b>
                <span>{t('plan.readyNext')}</span>
              </div>
            )
          }
        >
          <KeyButton size="tall" hint="Esc" onClick={onLeave}>
            {t('close.back2')}
          </KeyButton>
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={<Save />}
            aria-disabled={first !== undefined || pending}
            onClick={save}
          >
            {t('plan.save')}
          </KeyButton>
        </ActionBar>
      }
    >
      {kept && (
        <KeptTyped
          words={t('plan.kept', { when: format.when(kept.savedAt) })}
          onDrop={() => {
            forget()
            onAfresh()
          }}
        />
      )}
      <section className={css.part}>
        <h2>{t('plan.when')}</h2>
        <Fields columns={3}>
          <DateField id="trip-day" ahead label={t('plan.day')} value={plan.day} onChange={plan.setDay} />
          <TextField
            id="trip-members"
            label={t('plan.members')}
            max={400}
            value={plan.members}
            onChange={plan.setMembers}
          />
          <TextField
            id="trip-vehicle"
            label={t('plan.vehicle')}
            max={200}
            value={plan.vehicle}
            onChange={plan.setVehicle}
          />
        </Fields>
      </section>
      <section className={css.part}>
        <div className={panel.head}>
          <h2>
            {t('plan.places')} <span className={panel.count}>{plan.places.length}</span>
          </h2>
          <KeyButton size="small" hint="Alt+L" icon={<Plus />} onClick={plan.addPlace}>
            {t('plan.addPlace')}
          </KeyButton>
        </div>
        {plan.places.map((place, at) => (
          <PlaceFields key={place.id} at={at} place={place} scopes={scopes} plan={plan} />
        ))}
      </section>
      <section className={css.part}>
        <div className={panel.head}>
          <h2>
            {t('plan.targets')} <span className={panel.count}>{plan.targets.length}</span>
          </h2>
          <KeyButton size="small" hint="Alt+T" icon={<ListPlus />} onClick={() => setPasting(true)}>
            {t('plan.paste')}
          </KeyButton>
        </div>
        <TargetForm plan={plan} />
        <TargetRows targets={plan.targets} places={plan.places} onRemove={plan.removeTarget} />
      </section>
      <PasteTargets opened={pasting} known={plan.targets} onTake={plan.addTargets} onClose={() => setPasting(false)} />
    </Page>
  )
}
