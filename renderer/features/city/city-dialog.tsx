import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import css from './city.module.css'
import { useLine } from './use-city.ts'

interface CityDialogProps {
  readonly onClose: () => void
  readonly title: string
  /** Pixels. */
  readonly width: number
  readonly children: ReactNode
}

/** A dialog above the city: without the line it stays, with what was typed into it. */
export function CityDialog({ onClose, title, width, children }: CityDialogProps) {
  const { t } = useTranslation('city')
  const online = useLine() === 'online'
  return (
    <Dialog opened onClose={onClose} title={title} width={width}>
      <div role="status">
        {!online && (
          <p className={css.said}>
            <StatusTag tone="off" icon={CloudOff}>
              {t('waiting.title')}
            </StatusTag>
            {t('waiting.text')}
          </p>
        )}
      </div>
      <div className={css.form}>{children}</div>
    </Dialog>
  )
}
