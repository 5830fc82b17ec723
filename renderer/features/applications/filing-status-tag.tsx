import { CircleSlash, Clock, Download, Hourglass, type LucideIcon, PackageCheck, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { FilingStatus } from '#shared/domain/filing/filing-status.ts'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'

const looks: Record<FilingStatus, readonly [Tone, LucideIcon?]> = {
  DIAJUKAN: ['wait', Clock],
  VERIFIKASI: ['move', Hourglass],
  PERBAIKAN: ['warn', Undo2],
  VALIDASI: ['move', Hourglass],
  CEK_BIOMETRIK: ['move', Hourglass],
  TERTUNDA_PUSAT: ['warn', Hourglass],
  TERTUNDA_BLANGKO: ['warn', Hourglass],
  TTE: ['move', Hourglass],
  ANTRE_CETAK: ['move', Hourglass],
  DICETAK: ['move', Hourglass],
  SIAP_KIRIM: ['move', Hourglass],
  DIKIRIM: ['move'],
  DITERIMA_KEL: ['move', PackageCheck],
  SIAP_DIAMBIL: ['ok'],
  DISERAHKAN: ['wait', PackageCheck],
  SIAP_UNDUH: ['ok', Download],
  SELESAI: ['wait', PackageCheck],
  DITOLAK: ['bad', CircleSlash],
  DIBATALKAN: ['wait', CircleSlash],
}

/** Where an application stands, in the citizen's words. */
export function FilingStatusTag({
  status,
  plain = false,
}: {
  readonly status: FilingStatus
  readonly plain?: boolean
}) {
  const { t } = useTranslation('applications')
  const [tone, icon] = looks[status]
  return (
    <StatusTag tone={tone} icon={icon} plain={plain}>
      {t(`status.${status}`)}
    </StatusTag>
  )
}
