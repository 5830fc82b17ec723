import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { english, indonesian } from './words-of.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof indonesian
  }
}

export type Language = 'id' | 'en'

/** Indonesian unless a setting says otherwise; both are in the bundle, so switching needs no loading. */
export function startWords(language: Language = 'id'): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    defaultNS: 'common',
    ns: Object.keys(indonesian),
    resources: { id: indonesian, en: english },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
}
