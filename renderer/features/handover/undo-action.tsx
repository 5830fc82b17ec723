import { useQueryClient } from '@tanstack/react-query'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useEngineQuery } from '../../app/engine-hooks.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { showToast } from '../../app/toast.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import css from './closed.module.css'
import { UndoForm } from './undo-form.tsx'

interface UndoActionProps {
  readonly handoverId: string
  readonly owner: string
  readonly receiptNumber: string
  /** The card lies ready again, and every screen knows. */
  readonly onUndone?: () => void
}

/** The quiet way back from a hand-over to the wrong person; not offered where the rule has no way back. */
export function UndoAction({ handoverId, owner, receiptNumber, onUndone }: UndoActionProps) {
  const { t } = useTranslation('handover')
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const terms = useEngineQuery('handover.undo-terms', { handoverId })
  const offered = terms.data !== undefined && terms.data.terms !== 'no'
  const open = () => {
    // The clerk's own minutes may have run out while the screen stood.
    void terms.refetch()
    setOpened(true)
  }
  useShortcuts({ 'Alt+KeyZ': open }, offered)
  const undone = async () => {
    setOpened(false)
    showToast({ title: t('undo.done'), text: t('undo.doneText', { owner, number: receiptNumber }) })
    await queries.invalidateQueries({ queryKey: ['card.get'] })
    onUndone?.()
  }
  if (!offered && !opened) return null
  return (
    <div className={css.undo}>
      <KeyButton look="quiet" hint="Alt+Z" icon={<Undo2 />} onClick={open}>
        {t('undo.action')}
      </KeyButton>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('undo.action')} width={600}>
        <p className={css.undoWhat}>{t('undo.what', { owner, number: receiptNumber })}</p>
        {terms.data && (
          <UndoForm
            handoverId={handoverId}
            terms={terms.data}
            onRefused={() => void terms.refetch()}
            onUndone={() => void undone()}
          />
        )}
      </Dialog>
    </div>
  )
}
