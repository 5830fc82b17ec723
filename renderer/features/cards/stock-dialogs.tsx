import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/dialog.tsx'
import { HistoryList } from './history-list.tsx'
import { RemindForm } from './remind-form.tsx'
import { ReturnForm } from './return-form.tsx'
import type { OpenedDialog, StockActions, StockDialog } from './stock-actions.ts'
import type { StockFormProps } from './stock-form-props.ts'
import { StoreForm } from './store-form.tsx'
import { TroubleForm } from './trouble-form.tsx'

interface StockDialogsProps {
  readonly actions: StockActions
  readonly onDone: () => void
}

/** The dialogs above the list; what they are about stays while they fade out. */
export function StockDialogs({ actions: { opened, close }, onDone }: StockDialogsProps) {
  const { t } = useTranslation('cards')
  const last = useRef<OpenedDialog | null>(null)
  last.current = opened ?? last.current
  const shown = last.current
  const done = () => {
    close()
    onDone()
  }
  return (
    <Dialog opened={opened !== null} onClose={close} title={shown ? t(`dialog.${shown.dialog}`) : ''} width={680}>
      {shown && <Form key={shown.turn} dialog={shown.dialog} cards={shown.cards} onDone={done} onLeave={close} />}
    </Dialog>
  )
}

interface FormProps extends StockFormProps {
  readonly dialog: StockDialog
  readonly onLeave: () => void
}

function Form({ dialog, onLeave, ...props }: FormProps) {
  switch (dialog) {
    case 'store':
      return <StoreForm {...props} />
    case 'trouble':
      return <TroubleForm {...props} />
    case 'remind':
      return <RemindForm {...props} />
    case 'return':
      return <ReturnForm {...props} />
    case 'history':
      return <HistoryList cards={props.cards} onLeave={onLeave} />
  }
}
