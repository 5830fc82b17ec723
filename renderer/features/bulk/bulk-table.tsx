import { UsersRound, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkDraft } from '#shared/contract/engine/bulk.ts'
import { EmptyState } from '../../ui/states.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import tick from '../../ui/tick.module.css'
import { moveBetweenBoxes } from '../../ui/use-ticks.ts'
import css from './bulk.module.css'
import type { Checked } from './missing.ts'
import type { BulkList } from './use-bulk-list.ts'

interface BulkTableProps {
  readonly bulk: BulkList
  readonly checked: ReadonlyMap<string, Checked>
}

/** A line per person: there or not, the old card taken back or not, and why a card cannot be given here. Del takes a line off. */
export function BulkTable({ bulk, checked }: BulkTableProps) {
  const { t } = useTranslation('bulk')
  const { list, remove } = bulk
  if (list.cards.length === 0)
    return (
      <div className={css.empty}>
        <EmptyState icon={<UsersRound />} title={t('empty')} text={t('emptyNext')} />
      </div>
    )
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const box = event.target instanceof HTMLInputElement ? event.target : null
    if (event.key === 'Delete' && box?.dataset.row) remove(box.dataset.row)
    moveBetweenBoxes(event)
  }
  return (
    <div className={css.scroll}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('column.received')}</th>
            <th scope="col">{t('column.owner')}</th>
            <th scope="col">{t('column.kind')}</th>
            <th scope="col">{t('column.place')}</th>
            <th scope="col">{t('column.oldCard')}</th>
            <th scope="col">{t('column.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('column.remove')}</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={onKeyDown}>
          {list.cards.map((line) => (
            <Row key={line.cardId} line={line} checked={checked.get(line.cardId)} bulk={bulk} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly line: BulkDraft['cards'][number]
  readonly checked: Checked | undefined
  readonly bulk: BulkList
}

function Row({ line, checked, bulk }: RowProps) {
  const { t } = useTranslation(['bulk', 'common'])
  const { cardId, received, withdrawn } = line
  const refused = checked?.refusal ?? null
  const card = checked?.card
  const owner = card?.ownerName ?? '…'
  const place = card?.place
  return (
    <tr data-off={refused !== null || !received}>
      <td>
        <input
          type="checkbox"
          className={tick.box}
          data-row={cardId}
          aria-label={t('receivedOf', { owner })}
          checked={received && refused === null}
          aria-disabled={refused !== null}
          onChange={() => refused === null && bulk.changeLine(cardId, { received: !received })}
        />
      </td>
      <td>
        <b>{owner}</b> <small>{card?.ownerNikMasked}</small>
        {line.label !== null && <small>{t('labelSeen')}</small>}
      </td>
      <td>{card && t(`common:cardKind.${card.kind}`)}</td>
      <td className="num">{place ? `${place.rack}-${place.box}-${place.number}` : ''}</td>
      <td>
        {checked?.oldCard === 'withdraw' && refused === null && (
          <label className={css.old}>
            <input
              type="checkbox"
              className={tick.box}
              data-old={cardId}
              aria-label={t('withdrawnOf', { owner })}
              checked={withdrawn}
              onChange={() => bulk.changeLine(cardId, { withdrawn: !withdrawn })}
            />
            {t('withdrawn')}
          </label>
        )}
      </td>
      <td>
        <LineState refused={refused} received={received} waiting={checked === undefined} />
      </td>
      <td>
        <button
          type="button"
          className={css.remove}
          tabIndex={-1}
          aria-label={t('removeOf', { owner })}
          onClick={() => bulk.remove(cardId)}
        >
          <X aria-hidden="true" />
        </button>
      </td>
    </tr>
  )
}

interface LineStateProps {
  readonly refused: Checked['refusal']
  readonly received: boolean
  readonly waiting: boolean
}

function LineState({ refused, received, waiting }: LineStateProps) {
  const { t } = useTranslation(['bulk', 'faults'])
  if (waiting) return null
  if (refused)
    return (
      <StatusTag tone="bad" plain>
        {t(`faults:${refused.code}.title`)}
      </StatusTag>
    )
  return (
    <StatusTag tone={received ? 'ok' : 'wait'} plain>
      {t(received ? 'state.ready' : 'state.absent')}
    </StatusTag>
  )
}
