import { OctagonAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ReadTarget, readTargets } from '#shared/domain/trip/read-targets.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './plan.module.css'
import type { TargetPlanned } from './use-plan.ts'

interface PasteTargetsProps {
  readonly opened: boolean
  readonly known: readonly TargetPlanned[]
  readonly onTake: (targets: readonly ReadTarget[]) => void
  readonly onClose: () => void
}

/** A list from a table, looked through before it is taken. */
export function PasteTargets({ opened, onClose, ...rest }: PasteTargetsProps) {
  const { t } = useTranslation('trips')
  return (
    <Dialog opened={opened} onClose={onClose} title={t('plan.pasteTitle')} width={760}>
      {opened && <PasteForm {...rest} onClose={onClose} />}
    </Dialog>
  )
}

function PasteForm({ known, onTake, onClose }: Omit<PasteTargetsProps, 'opened'>) {
  const { t } = useTranslation('trips')
  const [text, setText] = useState('')
  const { targets, problems } = readTargets(
    text,
    known.map(({ name, nik }) => ({ name, nik: nik === 'kept' ? null : nik })),
  )
  const out = new Set(problems.filter((one) => one.out).map(({ line }) => line)).size
  const take = () => {
    if (targets.length === 0) return document.querySelector<HTMLElement>('#paste-targets')?.focus()
    onTake(targets)
    onClose()
  }
  useShortcuts({ 'Control+Enter': take })
  return (
    <div className={css.paste}>
      <label htmlFor="paste-targets">
        <span>{t('plan.pasteLabel')}</span>
        <textarea
          id="paste-targets"
          rows={8}
          value={text}
          data-autofocus
          spellCheck={false}
          aria-describedby="paste-hint"
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <p id="paste-hint">{t('plan.pasteHint')}</p>
      <p role="status">
        {text.trim() !== '' && <b>{t('plan.taken', { count: targets.length })}</b>}
        {out > 0 && <span> · {t('plan.left', { count: out })}</span>}
      </p>
      {problems.length > 0 && (
        <ul>
          {problems.slice(0, 50).map(({ line, problem, out: kept }) => (
            <li key={`${line}-${problem}`} data-out={kept}>
              {kept ? <OctagonAlert aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
              <b>{t('plan.line', { line })}</b> {t(`plan.problem.${problem}`)}
            </li>
          ))}
        </ul>
      )}
      <DialogActions>
        <KeyButton hint="Esc" onClick={onClose}>
          {t('close.back2')}
        </KeyButton>
        <KeyButton look="primary" hint="Ctrl+Enter" aria-disabled={targets.length === 0} onClick={take}>
          {t('plan.take', { count: targets.length })}
        </KeyButton>
      </DialogActions>
    </div>
  )
}
