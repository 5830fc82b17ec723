import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { courierRefusal } from '#shared/contract/sync/courier.ts'
import { useFormat } from '../../app/format.ts'
import { KeyButton } from '../../ui/key-button.tsx'
import panel from '../../ui/panel.module.css'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import css from './exception-row.module.css'
import type { CourierActs } from './use-courier.ts'

type Row = OutputOf<'courier.state'>['carried'][number]

const tones: Record<Row['state'], Tone> = {
  waiting: 'wait',
  answered: 'ok',
  'handed-back': 'move',
  refused: 'bad',
  unfinished: 'warn',
}

/** Files on their way for others, each with where it stands and one next step. */
export function CarriedFiles({ rows, courier }: { readonly rows: readonly Row[]; readonly courier: CourierActs }) {
  return rows.map((row) => <CarriedFile key={row.id} row={row} courier={courier} />)
}

function CarriedFile({ row, courier }: { readonly row: Row; readonly courier: CourierActs }) {
  const { t } = useTranslation('courier')
  const why = useWhy(row)
  return (
    <div className={css.exception} data-carried={row.state}>
      <div className={css.grow}>
        <div className={css.kind}>
          <StatusTag tone={tones[row.state]} plain>
            {t(`state.${row.state}`)}
          </StatusTag>
          <Facts row={row} />
        </div>
        <b>{row.kind === 'answer' ? t('answerOf') : t('queueOf', { device: row.deviceName })}</b>
        <span className={css.text}>{why}</span>
      </div>
      {row.state === 'waiting' && (
        <KeyButton look="quiet" onClick={() => courier.forget(row)} aria-disabled={courier.busy}>
          {t('forget')}
        </KeyButton>
      )}
      <KeyButton onClick={() => courier.step(row)} aria-disabled={courier.busy}>
        {t(`next.${row.state}`)}
      </KeyButton>
    </div>
  )
}

function Facts({ row }: { readonly row: Row }) {
  const { t } = useTranslation('courier')
  const format = useFormat()
  const size = format.bytes(row.size)
  const sending = row.state === 'waiting' && row.sent > 0
  return (
    <span className={panel.caption}>
      {sending ? t('sent', { sent: format.bytes(row.sent), size }) : t('made', { time: format.when(row.madeAt), size })}
    </span>
  )
}

function useWhy({ state, code, deviceName: device }: Row): string {
  const { t } = useTranslation('courier')
  if (state !== 'refused') return t(`why.${state}`, { device })
  const known = courierRefusal.safeParse(code).data
  return known ? t(`refused.${known}`, { device }) : t('refused.other', { code: code ?? '' })
}
