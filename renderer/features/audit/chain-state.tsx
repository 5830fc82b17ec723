import { useTranslation } from 'react-i18next'
import type { AuditChecked } from '#shared/contract/engine/audit.ts'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './audit.module.css'

/** How far the check is, and what the last one found: whole, or where it is not, in words. */
export function ChainState() {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const { data } = useEngineQuery('audit.state', {})
  if (!data || (!data.running && !data.last)) return null
  return (
    <section className={`${panel.panel} ${css.chain}`} aria-live="polite" aria-label={t('check')}>
      {data.running ? (
        <>
          <progress value={data.running.done} max={Math.max(1, data.running.total)} aria-label={t('check')} />
          <span className="num">
            {t('checking', { done: format.number(data.running.done), total: format.number(data.running.total) })}
          </span>
        </>
      ) : (
        data.last && <Found last={data.last} />
      )}
    </section>
  )
}

function Found({ last }: { readonly last: AuditChecked }) {
  const { t } = useTranslation('audit')
  const format = useFormat()
  const { trouble } = last
  if (!trouble)
    return (
      <>
        <StatusTag tone="ok">{t('sound', { count: last.entries })}</StatusTag>
        <span>
          {t('soundText', { when: format.when(last.at) })} {last.unsent > 0 && t('unsent', { count: last.unsent })}
        </span>
      </>
    )
  const place = t(trouble.kind === 'act-missing' ? 'placeAct' : 'place', { seq: format.number(trouble.seq) })
  return (
    <div role="alert" className={css.broken}>
      <StatusTag tone="bad">{t('broken')}</StatusTag>
      <p>
        <b>{place}.</b> {t(`trouble.${trouble.kind}`)}
      </p>
      <p>
        {trouble.lastSoundAt ? t('lastSound', { when: format.when(trouble.lastSoundAt) }) : t('fromStart')}{' '}
        {t('whatNow')}
      </p>
    </div>
  )
}
