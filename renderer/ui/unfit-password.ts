import { useTranslation } from 'react-i18next'
import type { Fault } from '#shared/contract/errors.ts'

/** Why a new password was not taken; null: not for what it is. */
export function useUnfitPassword(fault: Fault | null): string | null {
  const { t } = useTranslation('account')
  const why = fault?.code === 'password-unfit' ? fault.details?.why : undefined
  switch (why) {
    case 'password-short':
    case 'password-own-name':
    case 'password-common':
    case 'password-same':
      return t(`password.why.${why}`)
    default:
      return null
  }
}
