import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUsbScanner } from './usb-scanner.ts'

/** Before the sign-in and behind the lock a scan opens nothing, and is no try at the password. Says so once there was one; null before. */
export function useScanWaits(): string | null {
  const { t } = useTranslation('signIn')
  const [scanned, setScanned] = useState(false)
  useUsbScanner(() => setScanned(true))
  return scanned ? t('scanWaits') : null
}
