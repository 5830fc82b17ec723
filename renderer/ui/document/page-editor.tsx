import { SegmentedControl } from '@mantine/core'
import { RefreshCcw, RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../key-button.tsx'
import { CornerHandles } from './corner-handles.tsx'
import css from './document.module.css'
import type { PageWish } from './page-messages.ts'
import type { DraftPage } from './pages.ts'
import type { PageLook } from './straighten.ts'
import { useObjectUrl } from './use-object-url.ts'

interface PageEditorProps {
  readonly page: DraftPage
  readonly number: number
  readonly busy: boolean
  readonly onWish: (wish: PageWish) => void
  readonly onRetake: () => void
}

const looks: readonly PageLook[] = ['document', 'grey', 'colour']

/** One page: its picture with the four corners to be moved, and beside it what becomes of it. */
export function PageEditor({ page, number, busy, onWish, onRetake }: PageEditorProps) {
  const { t } = useTranslation('document')
  const result = useObjectUrl(page.made.jpeg)
  const { wish } = page
  const turn = () => onWish({ ...wish, turns: (wish.turns + 1) % 4 })
  useShortcuts({ 'Alt+KeyP': turn, 'Alt+KeyU': onRetake })
  return (
    <div className={css.editor}>
      <div className={css.tools}>
        <SegmentedControl
          aria-label={t('look')}
          value={wish.look}
          onChange={(look) => onWish({ ...wish, look: look as PageLook })}
          data={looks.map((look) => ({ value: look, label: t(`looks.${look}`) }))}
        />
        <KeyButton hint="Alt+P" icon={<RotateCw />} onClick={turn}>
          {t('turn')}
        </KeyButton>
        <KeyButton hint="Alt+U" icon={<RefreshCcw />} onClick={onRetake}>
          {t('retake')}
        </KeyButton>
      </div>
      <div className={css.panes}>
        <figure>
          <figcaption>{page.found ? t('corners') : t('cornersUnseen')}</figcaption>
          <CornerHandles page={page} onCorners={(corners) => onWish({ ...wish, corners })} />
        </figure>
        <figure>
          <figcaption>{t('result')}</figcaption>
          <div className={css.result} aria-busy={busy}>
            {result && <img src={result} alt={t('page', { number })} />}
          </div>
        </figure>
      </div>
    </div>
  )
}
