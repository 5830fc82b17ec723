import { setImmediate as breathe } from 'node:timers/promises'
import type { Change } from '#shared/contract/sync/protocol.ts'
import { type EntityName, entities, type RowOf } from '#shared/contract/sync/rows.ts'
import type { Application } from '#shared/domain/application/application.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { ClockColumns } from '#shared/domain/service-clock/clock-columns.ts'
import type { Log } from '../../usecases/ports.ts'
import type { DeviceReads, OutboxReads } from '../../usecases/stores.ts'
import type { BaseRows } from '../../wiring.ts'
import type { ReadDb } from '../handles.ts'
import { once } from '../once.ts'
import { rows } from '../sql.ts'
import type { Store } from '../store.ts'
import { clockWriter } from './clock-writer.ts'
import { centreOfHandover } from './overlay.ts'
import { type ProjectionTables, projectionTables } from './projection-tables.ts'
import { type RefreshDeps, refreshCard } from './refresh-card.ts'
import { refreshCase } from './refresh-case.ts'
import { refreshThing } from './refresh-thing.ts'
import { rowsBeside } from './rows-beside.ts'
import { isThing } from './thing-columns.ts'

export interface BaseRowsDeps {
  readonly store: Store
  readonly log: Log
  /** The city's pack that came with the program, until the centre's wins. */
  readonly seedRegion: RegionPack
  outboxIn(db: ReadDb): OutboxReads
  deviceIn(db: ReadDb): DeviceReads
}

/** The rows of the centre and what the screens show of them. */
export function baseRows(deps: BaseRowsDeps): BaseRows {
  const tables = projectionTables(deps.store)
  const write = replicaWriter(deps.store)
  const clocks = clockWriter(deps.store, deps.seedRegion)
  const refreshed = async (db: ReadDb, key: string, by: RefreshDeps): Promise<readonly string[]> => {
    const [entity = '', id = ''] = splitKey(key)
    if (entity === 'card') {
      await refreshCard(db, id, by)
      return ['cards', `card:${id}`, 'queue']
    }
    if (entity === 'case') {
      await refreshCase(db, id, by)
      return ['cases', 'queue']
    }
    if (!isThing(entity)) return []
    await refreshThing(db, { entity, id }, by)
    return [`thing:${entity}`, 'things', 'queue']
  }
  const refreshAll = async (db: ReadDb, keys: readonly string[]): Promise<Set<string>> => {
    const topics = new Set<string>()
    const by = { ...deps, tables, deviceIn: readOnce(deps.deviceIn(db)) }
    for (const [index, key] of inOrder(keys).entries()) {
      if (index % withoutPause === withoutPause - 1) await breathe()
      for (const topic of await refreshed(db, key, by)) topics.add(topic)
    }
    return topics
  }
  return {
    apply: async (trx, changes, epoch, anew = false, goOn = always) => {
      const withCommands = await deps.outboxIn(trx).subjects()
      const topics = new Set<string>()
      const again = new Set<string>()
      const written = { tables, topics, log: deps.log, clockOf: await clocks.termsFor(trx) }
      let terms = false
      for (const [at, change] of changes.entries()) {
        if (at > 0 && at % atOnce === 0 && !(await goOn(at))) break
        if (!write(change, epoch, anew)) continue
        terms ||= isTerm(change.entity)
        for (const key of show(change, written)) if (withCommands.has(key)) again.add(key)
      }
      if (terms) await clocks.follow(trx)
      for (const key of [...again]) for (const other of await rowsBeside(trx, key)) again.add(other)
      for (const topic of await refreshAll(trx, [...again])) topics.add(topic)
      return topics
    },
    sweep: async (trx, scope, epoch) => {
      const unseen = await rows<{ entity: string; id: string }>(
        trx,
        'SELECT entity, id FROM replica WHERE scope = ? AND epoch < ?',
        scope,
        epoch,
      )
      const forget = deps.store.prepare('DELETE FROM replica WHERE entity = ? AND id = ?')
      for (const { entity, id } of unseen) {
        forget.run(entity, id)
        tables.remove(entity, id)
      }
      const subjects = await deps.outboxIn(trx).subjects()
      await refreshAll(
        trx,
        unseen.map(({ entity, id }) => `${entity}/${id}`).filter((key) => subjects.has(key)),
      )
      if (unseen.some(({ entity }) => isTerm(entity))) await clocks.follow(trx)
      return unseen.length
    },
    followClock: clocks.follow,
    reduce: async (trx, things) => {
      const withCommands = await deps.outboxIn(trx).subjects()
      const free = things.filter((changes) => !changes.some(({ entity, id }) => withCommands.has(`${entity}/${id}`)))
      const written = { tables, topics: new Set<string>(), log: deps.log, clockOf: await clocks.termsFor(trx) }
      const put = deps.store.prepare('UPDATE replica SET row = ? WHERE entity = ? AND id = ? AND version = ?')
      for (const change of free.flat()) {
        put.run(JSON.stringify(change.row), change.entity, change.id, change.version)
        show(change, written)
      }
      return free.length
    },
    refresh: refreshAll,
  }
}

/** Changes between two questions whether to go on: about a millisecond. */
const atOnce = 50
const always = async () => true

/** Whose device this is does not change while rows are shown again. */
function readOnce(device: DeviceReads): () => DeviceReads {
  const reads = { ...device, current: once(device.current) }
  return () => reads
}

/** What every clock hangs on. */
const isTerm = (entity: string) => entity === 'unit' || entity === 'office-calendar' || entity === 'incident'

/** Rows between two pauses: an act about hundreds of cards lets the screens' questions through. */
const withoutPause = 4

/** An id may have slashes of its own. */
const splitKey = (key: string) => [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)]

/** Cards first: what a thing shows may depend on them. */
const inOrder = (keys: readonly string[]) => [
  ...keys.filter((key) => key.startsWith('card/')),
  ...keys.filter((key) => !key.startsWith('card/')),
]

/** True when the change was newer than what was here. `anew`: what no copy of this epoch brought is of another history, whatever its version. */
function replicaWriter(store: Store): (change: Change, epoch: number, anew: boolean) => boolean {
  const put = store.prepare(`INSERT INTO replica (entity, id, scope, version, row, epoch) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (entity, id) DO UPDATE SET scope = excluded.scope, version = excluded.version, row = excluded.row,
      epoch = max(epoch, excluded.epoch) WHERE excluded.version > version OR (? AND epoch < excluded.epoch)`)
  const mark = store.prepare('UPDATE replica SET epoch = ? WHERE entity = ? AND id = ? AND epoch < ?')
  return (change, epoch, anew) => {
    const row = change.row === null ? null : JSON.stringify(change.row)
    if (put.run(change.entity, change.id, change.scope, change.version, row, epoch, anew ? 1 : 0).changes > 0)
      return true
    if (epoch > 0) mark.run(epoch, change.entity, change.id, epoch)
    return false
  }
}

/** Where one batch is shown. */
interface Written {
  readonly tables: ProjectionTables
  readonly topics: Set<string>
  readonly log: Log
  clockOf(application: Application): ClockColumns
}

const isEntity = (name: string): name is EntityName => Object.hasOwn(entities, name)

/** Shows one new base row; returns the rows (`entity/id`) whose own commands may have to be put on top again. A row that does not fit its schema is kept but not shown. */
function show(change: Change, written: Written): readonly string[] {
  const { entity, id, row } = change
  const { tables, topics, log } = written
  if (!isEntity(entity)) return []
  topics.add(topicOf(entity))
  if (row === null) {
    tables.remove(entity, id)
    return entity === 'card' || isThing(entity) ? [`${entity}/${id}`] : []
  }
  const checked = entities[entity].safeParse(row)
  if (checked.success) return project(entity, checked.data as RowOf<EntityName>, written)
  log.error('row-unreadable', new Error(`${entity} ${checked.error.issues[0]?.path.join('.')}`))
  return []
}

const topicOf = (entity: EntityName) => (entity === 'staff' ? 'staff' : entity === 'case' ? 'queue' : 'cards')

function project(entity: EntityName, row: RowOf<EntityName>, { tables, topics, clockOf }: Written) {
  switch (entity) {
    case 'card': {
      const card = row as RowOf<'card'>
      tables.card(card, card.caseId === null ? 'recorded' : 'case', null)
      topics.add(`card:${card.id}`)
      return [`card/${card.id}`]
    }
    case 'application':
      tables.application(row as RowOf<'application'>, clockOf(row as RowOf<'application'>))
      topics.add('promises')
      return []
    case 'handover': {
      const handover = row as RowOf<'handover'>
      tables.handover(handover, centreOfHandover(handover), null)
      topics.add(`card:${handover.cardId}`)
      return [`card/${handover.cardId}`]
    }
    case 'case': {
      const file = row as RowOf<'case'>
      tables.case(file, 'recorded', null)
      topics.add('cases')
      return [`card/${file.cardId}`, `case/${file.id}`]
    }
    default:
      if (!isThing(entity)) return []
      tables.thing(entity, row as never, 'recorded', null)
      topics.add(`thing:${entity}`)
      topics.add('things')
      return [`${entity}/${row.id}`]
  }
}
