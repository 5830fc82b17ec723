import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Backup } from '#shared/contract/engine/keeping.ts'
import { useFormat } from '../app/format.ts'

interface BackupChoiceProps {
  readonly label: string
  readonly backups: readonly Backup[]
  /** Name of the chosen one. */
  readonly value: string
  readonly onChange: (name: string) => void
}

/** One of the backups of this computer, the newest first, by date, size and kind. */
export function BackupChoice({ label, backups, value, onChange }: BackupChoiceProps) {
  const { t } = useTranslation('keeping')
  const format = useFormat()
  const words = ({ at, bytes, kind }: Backup) =>
    `${t('restore.line', { when: format.dayTime(at), size: format.bytes(bytes) })} (${t(`restore.kind.${kind}`)})`
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={backups.map((backup) => ({ value: backup.name, label: words(backup) }))}
    />
  )
}
