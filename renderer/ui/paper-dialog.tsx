import { NumberInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import type { PaperAsked } from '#shared/contract/engine/papers.ts'
import { useEngineQuery, useSlow } from '../app/engine-hooks.ts'
import { Dialog } from './dialog.tsx'
import { KeyButton } from './key-button.tsx'
import { PaperActs } from './paper-acts.tsx'
import css from './paper-dialog.module.css'
import { ErrorState, SkeletonRows } from './states.tsx'

interface PaperDialogProps {
  /** null: closed. */
  readonly paper: PaperAsked | null
  readonly onClose: () => void
  /** It was printed or saved. */
  readonly onCameOut?: (() => void) | undefined
}

/** An A4 paper exactly as it will be printed: look, print (Ctrl+P), save as PDF (Ctrl+S). */
export function PaperDialog({ paper, onClose, onCameOut }: PaperDialogProps) {
  const { t } = useTranslation('paper')
  // While it fades out there is no paper any more, but a title.
  const [kind, setKind] = useState(paper?.kind)
  if (paper && paper.kind !== kind) setKind(paper.kind)
  return (
    <Dialog opened={paper !== null} onClose={onClose} title={kind ? t(`title.${kind}`) : ''} width={1040}>
      {paper && <Asked key={JSON.stringify(paper)} asked={paper} onClose={onClose} onCameOut={onCameOut} />}
    </Dialog>
  )
}

interface AskedProps extends Pick<PaperDialogProps, 'onClose' | 'onCameOut'> {
  readonly asked: PaperAsked
}

function Asked({ asked, onClose, onCameOut }: AskedProps) {
  const [paper, setPaper] = useState(asked)
  const preview = useEngineQuery('paper.preview', { paper }, { keepPrevious: true })
  useForgottenPreview()
  return (
    <div className={css.columns}>
      <Preview preview={preview} />
      <div className={css.side}>
        {preview.data && <Facts preview={preview.data} />}
        {paper.kind === 'label-sheet' && (
          <LabelStart start={paper.start} onStart={(start) => setPaper({ ...paper, start })} />
        )}
        <PaperActs paper={paper} onClose={onClose} onCameOut={onCameOut} />
      </div>
    </div>
  )
}

/** Pictures with names on them are not kept longer than they are looked at, and the next look is at the paper of that time. */
function useForgottenPreview() {
  const queries = useQueryClient()
  useEffect(() => () => queries.removeQueries({ queryKey: ['paper.preview'] }), [queries])
}

function Preview({ preview }: { readonly preview: ReturnType<typeof useEngineQuery<'paper.preview'>> }) {
  const { t } = useTranslation(['paper', 'common'])
  const slow = useSlow(preview.isPending)
  if (preview.isError)
    return (
      <div className={css.pages}>
        <ErrorState fault={preview.error.fault}>
          <KeyButton onClick={() => void preview.refetch()}>{t('common:retry')}</KeyButton>
        </ErrorState>
      </div>
    )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long document is scrolled by keyboard too
    <section className={css.pages} tabIndex={0} aria-label={t('pages')} aria-busy={preview.isFetching}>
      {preview.data ? <Pages preview={preview.data} /> : <SkeletonRows rows={8} shown={slow} />}
    </section>
  )
}

type PreviewOf = OutputOf<'paper.preview'>

function Pages({ preview: { pages, pageCount } }: { readonly preview: PreviewOf }) {
  const { t } = useTranslation('paper')
  return (
    <>
      {pages.map((page, at) => (
        <img
          // Pages of one document have no other name than their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: order is identity on paper
          key={at}
          className={css.page}
          src={`data:image/png;base64,${page}`}
          alt={t('page', { at: at + 1, of: pageCount })}
        />
      ))}
      {pageCount > pages.length && <p className={css.more}>{t('more', { count: pageCount - pages.length })}</p>}
    </>
  )
}

function Facts({ preview: { pageCount } }: { readonly preview: PreviewOf }) {
  const { t } = useTranslation('paper')
  return <p className={css.facts}>{t('facts', { count: pageCount })}</p>
}

interface LabelStartProps {
  readonly start: number
  readonly onStart: (start: number) => void
}

function LabelStart({ start, onStart }: LabelStartProps) {
  const { t } = useTranslation('paper')
  return (
    <NumberInput
      label={t('start')}
      description={t('startHint')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={start}
      onChange={(value) => onStart(Math.min(24, Math.max(1, Math.round(Number(value)) || 1)))}
      min={1}
      max={24}
      clampBehavior="strict"
      allowDecimal={false}
    />
  )
}
