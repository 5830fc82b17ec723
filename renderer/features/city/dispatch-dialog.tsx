import { Truck } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { faultOf, useEngineCommand } from '../../app/engine-hooks.ts'
import { useStaff } from '../../app/session.tsx'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { KeyButton, once } from '../../ui/key-button.tsx'
import { SignatureBlock } from '../../ui/signature-block.tsx'
import { FaultLine } from '../../ui/states.tsx'
import { TextField } from '../../ui/text-field.tsx'
import css from './city.module.css'
import type { Said } from './said.tsx'
import type { UnitPlace } from './urgency.ts'

interface DispatchDialogProps {
  readonly unit: UnitPlace
  readonly cardIds: readonly string[]
  readonly onClose: () => void
  readonly onDone: (said: Said) => void
}

const keys = {
  sender: { onPaper: ['Alt+KeyT', 'Alt+T'], again: ['Alt+KeyU', 'Alt+U'] },
  carrier: { onPaper: ['Alt+KeyP', 'Alt+P'], again: ['Alt+KeyO', 'Alt+O'] },
} as const

/** Who carries the cards, and both sign: the parcel is then announced to its kelurahan. */
export function DispatchDialog({ unit, cardIds, onClose, onDone }: DispatchDialogProps) {
  const { t } = useTranslation('city')
  const { name } = useStaff()
  const [courierName, setCourier] = useState('')
  const [signature, setSignature] = useState<string | null>(null)
  const [courierSignature, setCourierSignature] = useState<string | null>(null)
  const { send, command } = useSend({ unit, cardIds, onDone })
  const ready = courierName.trim() !== '' && signature !== null
  const confirm = () => {
    if (ready) send(courierName.trim(), signature, courierSignature)
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('dispatch.title', { cards: cardIds.length, unit: unit.name })}
      width={720}
    >
      <div className={css.form}>
        <TextField
          id="dispatch-courier"
          label={t('dispatch.courier')}
          value={courierName}
          max={120}
          autoFocus
          onChange={setCourier}
        />
        <div className={css.pair}>
          <SignatureBlock
            id="dispatch-sender"
            title={t('dispatch.sender')}
            signer={name}
            signed={signature !== null}
            onChange={setSignature}
            keys={keys.sender}
          />
          <SignatureBlock
            id="dispatch-carrier"
            title={t('dispatch.carrier')}
            signer={courierName}
            signed={courierSignature !== null}
            onChange={setCourierSignature}
            keys={keys.carrier}
          />
        </div>
        {!ready && <p className={css.hint}>{t('dispatch.missing')}</p>}
        {command.error && <FaultLine fault={faultOf(command.error)} />}
        <Confirm ready={ready && !command.isPending} onConfirm={confirm} label={t('dispatch.confirm')} />
      </div>
    </Dialog>
  )
}

function Confirm({
  ready,
  onConfirm,
  label,
}: {
  readonly ready: boolean
  readonly onConfirm: () => void
  readonly label: string
}) {
  useShortcuts({ 'Control+Enter': () => ready && onConfirm() })
  return (
    <DialogActions>
      <KeyButton
        look="primary"
        hint="Ctrl+Enter"
        icon={<Truck />}
        aria-disabled={!ready}
        onClick={once(() => ready && onConfirm())}
      >
        {label}
      </KeyButton>
    </DialogActions>
  )
}

function useSend({ unit, cardIds, onDone }: Pick<DispatchDialogProps, 'unit' | 'cardIds' | 'onDone'>) {
  const { t } = useTranslation('city')
  const command = useEngineCommand('city.dispatch')
  // One parcel, however often it is confirmed.
  const requestId = useRef(crypto.randomUUID())
  const send = (courierName: string, signature: string, courierSignature: string | null) => {
    const input = { scope: unit.scope, cardIds: [...cardIds], courierName, signature, courierSignature }
    command.mutate(
      { input, requestId: requestId.current },
      {
        onSuccess: ({ number, ...said }) =>
          onDone({ ...said, about: t('dispatch.done', { number, cards: cardIds.length, unit: unit.name }) }),
      },
    )
  }
  return { send, command }
}
