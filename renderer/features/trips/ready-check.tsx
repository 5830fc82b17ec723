import { Switch } from '@mantine/core'
import { Navigation, PenLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { TripDetail } from '#shared/contract/engine/trips.ts'
import { useEngine, useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { useAct } from '../../app/use-act.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import panel from '../../ui/panel.module.css'
import { FaultLine, SkeletonRows } from '../../ui/states.tsx'
import { CheckLine } from './check-line.tsx'
import planCss from './plan.module.css'
import css from './trips.module.css'
import { useChecks } from './use-checks.ts'

interface ReadyCheckProps {
  readonly trip: TripDetail
  readonly onPlan: () => void
  readonly onLeave: () => void
}

/** Siap berangkat: every line green or red with what mends it. Nothing of it keeps the team from going. */
export function ReadyCheck({ trip, onPlan, onLeave }: ReadyCheckProps) {
  const { t } = useTranslation('trips')
  const format = useFormat()
  const engine = useEngine()
  const { tripId, day, places } = trip.line
  const checks = useChecks(tripId)
  const settings = useEngineQuery('settings.get', {}).data
  const { act, pending, fault } = useAct('trip.start', () => showToast({ title: t('ready.started') }))
  const bad = checks.list.filter(({ state }) => state === 'bad').length
  const start = () => {
    if (checks.known && !pending) void act({ tripId, checks: [...checks.list] })
  }
  useShortcuts({ 'Control+Enter': start, 'Alt+KeyU': onPlan, Escape: onLeave })
  return (
    <Page
      title={t('ready.title')}
      lead={t('ready.lead', { day: format.dayLong(day), places: places.join(', ') })}
      actions={
        <KeyButton hint="Alt+U" icon={<PenLine />} onClick={onPlan}>
          {t('plan.change')}
        </KeyButton>
      }
      bar={
        <ActionBar
          reason={
            fault ? (
              <FaultLine fault={fault} />
            ) : (
              <div className={css.reason}>
                <b>{bad === 0 ? t('ready.allGood') : t('ready.left', { count: bad })}</b>
                <span>{bad > 0 && t('ready.mayGo')}</span>
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
            icon={<Navigation />}
            aria-disabled={!checks.known || pending}
            onClick={start}
          >
            {t('ready.go')}
          </KeyButton>
        </ActionBar>
      }
    >
      <div className={panel.panel}>
        {!checks.known && <SkeletonRows rows={8} shown />}
        <ul className={planCss.checks} aria-label={t('ready.title')}>
          {checks.known &&
            checks.list.map((check) => (
              <CheckLine
                key={check.kind}
                check={check}
                said={checks.said(check.kind)}
                repair={checks.repair(check.kind, onPlan)}
              />
            ))}
        </ul>
      </div>
      <div className={planCss.allow}>
        <Switch
          label={t('ready.position')}
          description={t('ready.positionHint')}
          checked={settings?.notePosition ?? false}
          onChange={(event) =>
            void engine.call('settings.save', { notePosition: event.currentTarget.checked }).catch(() => undefined)
          }
        />
      </div>
    </Page>
  )
}
