import { useTranslation } from 'react-i18next'
import type { EkitirShown } from '../../app/navigation.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReissueForm } from './reissue-form.tsx'
import { SlipView } from './slip-view.tsx'
import { StatusView } from './status-view.tsx'

interface EkitirDialogsProps {
  readonly shown: EkitirShown | null
  readonly onClose: () => void
}

/** Slip, reissue and status of an e-Kitir, above any screen. */
export function EkitirDialogs({ shown, onClose }: EkitirDialogsProps) {
  const { t } = useTranslation('ekitir')
  const of = (kind: EkitirShown['kind']) => ({ opened: shown?.kind === kind, onClose })
  return (
    <>
      <Dialog {...of('slip')} title={t('slip.title')} width={820}>
        {shown?.kind === 'slip' && <SlipView key={shown.kitirId} kitirId={shown.kitirId} />}
      </Dialog>
      <Dialog {...of('reissue')} title={t('reissue.title')}>
        {shown?.kind === 'reissue' && <ReissueForm of={shown} />}
      </Dialog>
      <Dialog {...of('status')} title={t('status.title')} width={860}>
        {shown?.kind === 'status' && <StatusView of={shown} />}
      </Dialog>
    </>
  )
}
