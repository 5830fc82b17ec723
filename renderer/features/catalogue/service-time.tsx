import { useTranslation } from 'react-i18next'
import type { ServiceLine } from '#shared/contract/engine/catalogue.ts'
import { StatusTag } from '../../ui/status-tag.tsx'

/** How long it takes: the city's promise, what it does not cover, and the formal standard. */
export function ServiceTime({ standard }: Pick<ServiceLine, 'standard'>) {
  const { t } = useTranslation(['catalogue', 'complaints'])
  const { promisedWorkingDays: days, excludedBy, formalWorkingDays, grounds } = standard
  const words = (ground: (typeof grounds)[number]) => t(`complaints:ground.${ground}`)
  return (
    <>
      <h3>{t('time')}</h3>
      {days === null ? (
        <p>{excludedBy ? t('outsideText', { ground: words(excludedBy) }) : t('noPromise')}</p>
      ) : (
        <p>
          <StatusTag tone="ok" plain>
            {days === 1 ? t('promisedText') : t('promisedDays', { count: days })}
          </StatusTag>
        </p>
      )}
      {formalWorkingDays !== null && <p>{t('formal', { count: formalWorkingDays })}</p>}
      {grounds.length > 0 && <p>{t('except', { grounds: grounds.map(words).join('; ') })}</p>}
    </>
  )
}
