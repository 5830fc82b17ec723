import { FileText, LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ShiftToday } from '#shared/contract/engine/shifts.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { Columns } from '../../ui/columns.tsx'
import { DataAsOf } from '../../ui/data-as-of.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { ActionBar, Page } from '../../ui/page.tsx'
import css from './day.module.css'
import { Arrivals, ClosedShifts, HandOvers } from './day-lists.tsx'
import { StockTable } from './stock-table.tsx'

interface TodayProps {
  readonly today: ShiftToday
  readonly onOpen: () => void
  readonly onClose: () => void
  /** Of a closed shift. */
  readonly onPaper: (shiftId: string) => void
}

export function Today({ today, onOpen, onClose, onPaper }: TodayProps) {
  const { t } = useTranslation('day')
  const { shift, last, stock, drawer } = today
  const act = shift ? onClose : onOpen
  const paper = () => last && onPaper(last.shiftId)
  useShortcuts({ 'Control+Enter': act, 'Control+p': () => void paper() })
  return (
    <Page
      title={t('title')}
      lead={
        <>
          <LastShift last={last} />
          <DataAsOf />
        </>
      }
      bar={
        <ActionBar reason={<ShiftState shift={shift} />}>
          {last && (
            <KeyButton size="tall" hint="Ctrl+P" icon={<FileText />} onClick={() => void paper()}>
              {t('paper')}
            </KeyButton>
          )}
          <KeyButton
            look="primary"
            size="big"
            hint="Ctrl+Enter"
            icon={shift ? <LockKeyhole /> : <LockKeyholeOpen />}
            onClick={act}
            autoFocus
          >
            {t(shift ? 'close' : 'open')}
          </KeyButton>
        </ActionBar>
      }
    >
      <Columns sideWidth={392} side={<Arrivals rows={today.arrivals} />}>
        <StockTable stock={stock} drawer={drawer} />
        <HandOvers rows={today.handOvers} />
        <ClosedShifts onPaper={onPaper} />
      </Columns>
    </Page>
  )
}

function ShiftState({ shift }: Pick<ShiftToday, 'shift'>) {
  const { t } = useTranslation('day')
  const format = useFormat()
  return (
    <div className={css.state}>
      <b>{t(shift ? 'shift.open' : 'shift.none')}</b>
      <span>
        {shift
          ? t('shift.openText', { name: shift.staffName, time: format.when(shift.openedAt) })
          : t('shift.noneText')}
      </span>
    </div>
  )
}

function LastShift({ last }: Pick<ShiftToday, 'last'>) {
  const { t } = useTranslation('day')
  const format = useFormat()
  if (!last) return null
  const { number, staffName: name, takingName: taking, counted, expected } = last
  const time = format.when(last.closedAt)
  const off = Math.abs(counted.ktpEl - expected.ktpEl) + Math.abs(counted.kia - expected.kia)
  return (
    <>
      {taking ? t('shift.taken', { time, name, taking, number }) : t('shift.last', { time, name, number })}
      {off > 0 && ` · ${t('shift.difference', { count: off })}`}
      {' · '}
    </>
  )
}
