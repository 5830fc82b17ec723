import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { faultOf, useSlow } from '../../app/engine-hooks.ts'
import { useFormat } from '../../app/format.ts'
import { useShortcuts } from '../../app/shortcuts.tsx'
import { KeyButton } from '../../ui/key-button.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx'
import { StatusTag, type Tone } from '../../ui/status-tag.tsx'
import { CardsTools, type Group, groups } from './cards-tools.tsx'
import css from './city.module.css'
import { DispatchDialog } from './dispatch-dialog.tsx'
import { PickList } from './pick-list.tsx'
import type { Said } from './said.tsx'
import type { UnitPlace } from './urgency.ts'
import { useCity } from './use-city.ts'
import { usePacking } from './use-packing.ts'

type Card = OutputOf<'city.cards'>['cards'][number]

const columns = '28px minmax(150px, 1fr) 150px 70px 150px 170px 130px'
const tones: Readonly<Partial<Record<Card['state'], Tone>>> = {
  ready: 'ok',
  shipped: 'move',
  damaged: 'bad',
  lost: 'bad',
}

interface CardsPartProps {
  readonly unit: UnitPlace
  readonly onSaid: (said: Said) => void
}

/** One parcel holds so many. */
const fullParcel = 500
const pageSize = 100

/** Cards of a kelurahan by where they are; those that wait to be sent are scanned or ticked, and dispatched. */
export function CardsPart({ unit, onSaid }: CardsPartProps) {
  const { t } = useTranslation('city')
  const [group, setGroup] = useState<Group>('queue')
  const [limit, setLimit] = useState(fullParcel)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [sending, setSending] = useState(false)
  const states = [...groups[group]]
  const answer = useCity('city.cards', { scope: unit.scope, states, offset: 0, limit })
  const cards = answer.data?.cards ?? []
  const chosen = cards.filter(({ cardId }) => ticked.has(cardId)).map(({ cardId }) => cardId)
  const pack = (cardId: string) => {
    setTicked((before) => new Set([...before, cardId]))
    setSending(false)
  }
  const packing = usePacking({
    queue: group === 'queue' ? cards : null,
    packed: ticked,
    signing: sending,
    onPack: pack,
  })
  const show = (next: Group) => {
    setGroup(next)
    setLimit(next === 'queue' ? fullParcel : pageSize)
  }
  const done = (said: Said) => {
    setSending(false)
    setTicked(new Set())
    packing.hush()
    onSaid(said)
  }
  return (
    <div className={css.column}>
      <CardsTools
        group={group}
        onGroup={show}
        chosen={chosen.length}
        onAll={() => setTicked(new Set(cards.map(({ cardId }) => cardId)))}
        onSend={() => setSending(true)}
      />
      {group === 'queue' && cards.length > 0 && (
        <p className={css.packing} data-odd={packing.odd} role="status">
          {packing.said ?? t('cards.packing')}
        </p>
      )}
      <Cards
        answer={answer}
        group={group}
        ticked={ticked}
        chosen={packing.chosen}
        onChoose={packing.choose}
        onTick={(id) => setTicked((before) => toggled(before, id))}
        onMore={() => setLimit(Math.min(fullParcel, limit + pageSize))}
      />
      {sending && <DispatchDialog unit={unit} cardIds={chosen} onClose={() => setSending(false)} onDone={done} />}
    </div>
  )
}

function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(one)) next.add(one)
  return next
}

interface CardsProps {
  readonly answer: ReturnType<typeof useCity<'city.cards'>>
  readonly group: Group
  readonly ticked: ReadonlySet<string>
  readonly chosen: string | null
  readonly onChoose: (cardId: string) => void
  readonly onTick: (cardId: string) => void
  readonly onMore: () => void
}

function Cards({ answer, group, ticked, chosen, onChoose, onTick, onMore }: CardsProps) {
  const { t } = useTranslation(['city', 'common'])
  const format = useFormat()
  const slow = useSlow(answer.isPending)
  if (answer.isError) return <ErrorState fault={faultOf(answer.error)} />
  if (answer.isPending) return <SkeletonRows rows={8} shown={slow} />
  const { cards, total } = answer.data
  const queue = group === 'queue'
  if (cards.length === 0)
    return (
      <EmptyState
        title={t('cards.none')}
        text={t(queue ? 'cards.noneQueue' : 'cards.noneText')}
        mood={queue ? 'good' : 'neutral'}
      />
    )
  const head = [
    '',
    t('cards.owner'),
    t('cards.nik'),
    t('cards.kind'),
    t('cards.kitir'),
    t('cards.state'),
    t('cards.due'),
  ]
  return (
    <>
      <PickList
        label={t('cards.list')}
        rows={cards}
        keyOf={({ cardId }) => cardId}
        columns={columns}
        narrow="28px minmax(0, 1fr) 150px"
        head={head}
        cells={(card) => [
          queue ? <TickMark key="tick" on={ticked.has(card.cardId)} /> : '',
          <b key="name">{card.ownerName}</b>,
          card.ownerNikMasked,
          t(`common:cardKind.${card.kind}`),
          card.kitirNumber,
          <StatusTag key="state" tone={tones[card.state] ?? 'wait'} plain>
            {card.missing ? t('cards.missing') : t(`common:cardState.${card.state}`)}
          </StatusTag>,
          card.dueAt ? format.dateTime(card.dueAt) : '–',
        ]}
        chosen={chosen}
        onChoose={onChoose}
        ticked={queue ? ticked : undefined}
        onTick={queue ? onTick : undefined}
        focus
        long
      />
      {total > cards.length && <More shown={cards.length} total={total} onMore={onMore} />}
    </>
  )
}

/** What is not shown: the next ones, up to as many as are shown at once. */
function More({
  shown,
  total,
  onMore,
}: {
  readonly shown: number
  readonly total: number
  readonly onMore: () => void
}) {
  const { t } = useTranslation('city')
  const more = shown < fullParcel
  useShortcuts({ 'Alt+KeyL': () => more && onMore() })
  if (!more) return <p className={css.hint}>{t('cards.fullParcel', { shown, total })}</p>
  return (
    <p className={css.hint}>
      {t('cards.more', { shown, total })}{' '}
      <KeyButton size="small" hint="Alt+L" onClick={onMore}>
        {t('cards.moreButton', { count: Math.min(pageSize, total - shown) })}
      </KeyButton>
    </p>
  )
}

/** As a box to tick looks; the row itself says whether it is. */
const TickMark = ({ on }: { readonly on: boolean }) => <span className={css.tick} data-on={on} aria-hidden="true" />
