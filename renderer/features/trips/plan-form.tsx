import { ListPlus, Plus, Save } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { DateField } from '../../ui/date-field.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine } from '../../ui/states.tsx'
import { Fields, TextField } from '../../ui/text-field.tsx'
import { PasteTargets } from './paste-targets.tsx'
import { PlaceFields } from './place-fields.tsx'
import { TargetForm } from './target-form.tsx'
import { TargetRows } from './target-rows.tsx'
import css from './trips.module.css'
import { usePlan } from './use-plan.ts'

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

/** The day of a team: who, where and when, and who is to be served. */
export function PlanForm({ trip, onLeave, onSaved }: PlanFormProps) {
  const { t } = useTranslation('trips')
  const scopes = useEngineQuery('trip.list', { filter: 'current', offset: 0, limit: 1 }).data?.scopes ?? []
  const plan = usePlan(trip, scopes)
  const [pasting, setPasting] = useState(false)
  const { act, pending, fault } = useAct('trip.plan', ({ tripId }) => {
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
