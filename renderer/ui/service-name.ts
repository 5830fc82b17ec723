import i18next from 'i18next'
import type { service } from '../i18n/id/service.ts'

/** A service by its code as people call it, in the language of the screen; one that has no name yet by its code. */
export const serviceName = (code: string): string =>
  i18next.exists(`service:${code}`) ? i18next.t(`service:${code as keyof typeof service}`) : code
