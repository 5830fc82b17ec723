import { CircleHelp, ScanLine, Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Keys } from '../../ui/key-button.tsx'
import { useEngineQuery } from '../engine-hooks.ts'
import { useFormat } from '../format.ts'
import { openPalette } from './command-palette.tsx'
import css from './top-bar.module.css'

/** Brand, the field that finds anything, unit and clock. */
export function TopBar({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation('frame')
  const status = useEngineQuery('app.status', {})
  return (
    <header className={css.top}>
      <div className={css.brand}>
        <span className={css.mark} aria-hidden="true">
          <ScanLine />
        </span>
        <span className={css.name}>{t('brand')}</span>
      </div>
      <button type="button" className={css.search} onClick={openPalette} aria-keyshortcuts="Control+K">
        <Search aria-hidden="true" />
        <span className={css.words}>{t('search.placeholder')}</span>
        <Keys>Ctrl+K</Keys>
      </button>
      <div className={css.right}>
        <span className={css.unit}>{status.data?.device?.unitName}</span>
        <Clock />
        <button type="button" className={css.help} onClick={onHelp} aria-label={t('help')} aria-keyshortcuts="F1">
          <CircleHelp aria-hidden="true" />
        </button>
      </div>
    </header>
  )
}

/** Date and time of the unit's zone. */
function Clock() {
  const format = useFormat()
  const [now, setNow] = useState(() => new Date().toISOString())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 5000)
    return () => clearInterval(timer)
  }, [])
  return (
    <time className={css.clock} dateTime={now}>
      <span className={css.date}>{format.longDate(now)} · </span>
      <b>{format.timeWithZone(now)}</b>
    </time>
  )
}
