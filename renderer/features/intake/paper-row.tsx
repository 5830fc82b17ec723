import { FileText, Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Requirement } from '#shared/domain/catalogue/catalogue.ts'
import type { FiledRequirement } from '#shared/domain/catalogue/filed-facts.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import { withPaper } from './begun.ts'
import { ChoiceKeys, type Option } from './choice-answer.tsx'
import css from './field.module.css'
import { useIntakeForm } from './form.ts'
import { ProblemLines, problemsId } from './problem-lines.tsx'

type How = FiledRequirement['how']

/** First letters of asli, fotokopi, unggah, belum. */
const keys: Readonly<Record<How, string>> = { original: 'a', copy: 'f', upload: 'u', missing: 'b' }

/** One paper of the checklist: how it was shown, by one key each. */
export function PaperRow({ paper }: { readonly paper: Requirement }) {
  const { t } = useTranslation('intake')
  const { begun, change, problemsAt, marked, attach, print } = useIntakeForm()
  const shown = begun.requirements[paper.id]
  const problems = problemsAt(paper.id)
  const options: readonly Option[] = [...paper.accepts, 'missing' as const].map((how) => ({
    ...{ id: how, label: t(`paper.${how}`), key: keys[how] },
  }))
  return (
    <div className={css.paper} data-worst={problems[0]?.severity} data-marked={marked.has(paper.id)}>
      <div className={css.paperName}>
        {paper.label}
        {paper.optional && <small> {t('optional')}</small>}
        {marked.has(paper.id) && <em> {t('marked')}</em>}
        {shown?.how === 'upload' && (
          <small className="num"> {t('paper.documents', { count: shown.documents.length })}</small>
        )}
        {paper.form !== undefined && (
          <KeyButton
            size="small"
            look="quiet"
            icon={<FileText aria-hidden="true" />}
            aria-label={t('paper.formOf', { paper: paper.label })}
            onClick={() => print(paper.form ?? '')}
          >
            {t('paper.form')}
          </KeyButton>
        )}
      </div>
      <ChoiceKeys
        about={paper.id}
        label={paper.label}
        value={shown?.how ?? ''}
        options={options}
        invalid={problems.length > 0}
        describedBy={problems.length > 0 ? problemsId(paper.id) : undefined}
        onChange={(how) => change((one) => withPaper(one, paper.id, { how: how as How }))}
      />
      {shown?.how === 'upload' && (
        // The next place after the choice of "upload": Enter opens it.
        <KeyButton size="small" icon={<Paperclip aria-hidden="true" />} data-field onClick={() => attach(paper.id)}>
          {t('paper.attach')}
        </KeyButton>
      )}
      <ProblemLines about={paper.id} problems={problems} />
    </div>
  )
}
