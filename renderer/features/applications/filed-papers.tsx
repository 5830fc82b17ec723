import { FileText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Service } from '#shared/domain/catalogue/catalogue.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import type { Application } from './application.ts'
import css from './detail.module.css'
import { FiledDocument, type FiledDocumentAsked, type LookPurpose } from './filed-document.tsx'
import { labelOf } from './label-of.ts'

interface FiledPapersProps {
  readonly application: Application
  readonly service: Service | undefined
}

/** How each requirement was shown, and the documents that were taken of it, each to be opened. */
export function FiledPapers({ application: { line, requirements }, service }: FiledPapersProps) {
  const { t } = useTranslation(['applications', 'intake'])
  const [opened, open] = useState<FiledDocumentAsked | null>(null)
  const [purpose, setPurpose] = useState<LookPurpose | null>(null)
  const papers = Object.entries(requirements)
  if (papers.length === 0) return null
  return (
    <>
      <h3>{t('papers')}</h3>
      <dl className={css.facts}>
        {papers.map(([id, { how, documents }]) => {
          const label = labelOf(service?.requirements, id)
          return (
            <div key={id}>
              <dt>{label}</dt>
              <dd className="num">
                {t(`intake:paper.${how}`)}
                {documents.length > 0 && ` · ${t('intake:paper.documents', { count: documents.length })}`}
                {documents.map((sha256, at) => {
                  const words = documents.length > 1 ? t('openDocumentOf', { number: at + 1 }) : t('openDocument')
                  return (
                    <KeyButton
                      key={sha256}
                      size="small"
                      className={css.opens}
                      icon={<FileText aria-hidden="true" />}
                      aria-label={`${words}: ${label}`}
                      onClick={() => open({ applicationId: line.applicationId, sha256, label })}
                    >
                      {words}
                    </KeyButton>
                  )
                })}
              </dd>
            </div>
          )
        })}
      </dl>
      <FiledDocument asked={opened} purpose={purpose} onPurpose={setPurpose} onClose={() => open(null)} />
    </>
  )
}
