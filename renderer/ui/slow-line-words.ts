import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useFormat } from '../app/format.ts'

/** `Pelan: 64 kbit/s, sisa sekitar 4 menit`; null while there is nothing to say. */
export function useSlowLineWords(): (line: OutputOf<'app.status'>['slowLine']) => string | null {
  const { t } = useTranslation('common')
  const format = useFormat()
  return (line) =>
    line && t('slowLine', { rate: format.number(line.kilobitsPerSecond), left: format.duration(line.minutesLeft * 60) })
}
