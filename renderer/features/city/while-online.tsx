import { CloudOff, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSlow } from '../../app/engine-hooks.ts'
import { EmptyState } from '../../ui/states.tsx'
import css from './city.module.css'
import { useLine } from './use-city.ts'

/** Hides what the centre tells while it does not answer, and says so. What was begun in it is kept for when it does. */
export function WhileOnline({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('city')
  const line = useLine()
  const slow = useSlow(line === 'connecting')
  return (
    <>
      <div role="status">
        {line === 'connecting' && slow && (
          <EmptyState icon={<Hourglass />} title={t('connecting.title')} text={t('connecting.text')} />
        )}
        {line === 'offline' && <EmptyState icon={<CloudOff />} title={t('offline.title')} text={t('offline.text')} />}
      </div>
      <div className={css.parts} hidden={line !== 'online'}>
        {children}
      </div>
    </>
  )
}
