import { useTranslation } from 'react-i18next'
import type { InputOf } from '#shared/contract/engine/calls.ts'
import { faultOf, useEngine } from '../../app/engine-hooks.ts'
import { showToast } from '../../app/toast.tsx'

/** Saves what was on a computer as a file, and says so. */
export function useSaveContents(): (asked: InputOf<'city.save-device-contents'>) => void {
  const { t } = useTranslation(['city', 'faults', 'paper'])
  const engine = useEngine()
  const save = async (asked: InputOf<'city.save-device-contents'>) => {
    try {
      const { saved, fileName } = await engine.call('city.save-device-contents', asked)
      showToast({ title: saved ? t('city:devices.contents.saved', { file: fileName }) : t('paper:notSaved') })
    } catch (error) {
      showToast({ title: t(`faults:${faultOf(error).code}.title`) })
    }
  }
  return (asked) => void save(asked)
}
