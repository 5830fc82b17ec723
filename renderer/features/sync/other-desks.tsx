import { useTranslation } from 'react-i18next'
import { useFormat } from '../../app/format.ts'
import { useNavigation } from '../../app/navigation.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import type { Neighbours } from '../../ui/neighbour-words.ts'
import panel from '../../ui/panel.module.css'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './other-desks.module.css'

/** The other desks of the office: connected or not, since when, and what keeps them from calling this one. Nothing where there is no other device. */
export function OtherDesks({ neighbours }: { readonly neighbours: Neighbours }) {
  const { t } = useTranslation('sync')
  const { go } = useNavigation()
  if (neighbours.desks.length === 0) return null
  return (
    <section aria-labelledby="other-desks">
      <div className={panel.head}>
        <h2 id="other-desks">{t('desks.title')}</h2>
      </div>
      <div className={`${panel.panel} ${css.body}`}>
        {neighbours.on ? <List neighbours={neighbours} /> : <p>{t('desks.off')}</p>}
        {neighbours.trouble && (
          <p>
            <StatusTag tone="warn">{t(`desks.trouble.${neighbours.trouble}`)}</StatusTag>
          </p>
        )}
        <KeyButton size="small" onClick={() => go({ name: 'settings', section: 'lan' })}>
          {t('desks.settings')}
        </KeyButton>
      </div>
    </section>
  )
}

function List({ neighbours }: { readonly neighbours: Neighbours }) {
  const { t } = useTranslation('sync')
  const format = useFormat()
  return (
    <ul className={css.list}>
      {neighbours.desks.map(({ deviceCode, connected, seenAt }) => (
        <li key={deviceCode}>
          <b>{t('desks.desk', { code: deviceCode })}</b>
          <StatusTag tone={connected ? 'ok' : 'wait'} plain>
            {connected
              ? t('desks.connected')
              : seenAt
                ? t('desks.lost', { time: format.when(seenAt) })
                : t('desks.never')}
          </StatusTag>
        </li>
      ))}
    </ul>
  )
}
