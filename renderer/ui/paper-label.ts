import { useTranslation } from 'react-i18next'

/** Names a paper of the rule table: the city's words, in the city's language; in the second language ours, for the papers that we know. */
export function usePaperLabel() {
  const { t, i18n } = useTranslation('handover')
  return ({ id, label }: { readonly id: string; readonly label: string }) =>
    i18n.language === 'en' && i18n.exists(`handover:paper.${id}`) ? t(`paper.${id as 'kitir'}`) : label
}
