import type { RowChange } from '#shared/domain/act/row-set.ts'
import type { Application, ApplicationStatus, EarlierWindow } from '#shared/domain/application/application.ts'
import type { Card, CardState } from '#shared/domain/card/card.ts'
import type { Movement } from '#shared/domain/movement/movement.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { RowAccess } from './row-access.ts'
import { kitirKey } from './row-keys.ts'

const statusOf: Partial<Record<CardState, ApplicationStatus>> = {
  shipped: 'DIKIRIM',
  ready: 'SIAP_DIAMBIL',
  'with-team': 'SIAP_DIAMBIL',
  'handed-over': 'DISERAHKAN',
  returned: 'RETUR',
  lost: 'HILANG_KEL',
  damaged: 'RUSAK',
}

/** One e-Kitir may yield two cards: its application follows the card that has come least far. */
const order: readonly CardState[] = ['shipped', 'lost', 'damaged', 'returned', 'ready', 'with-team', 'handed-over']

/** A card that shows wrong data is out of the drawer, wherever it goes then: its application stays in repair until there is another card. */
const withWrongData: readonly CardState[] = ['damaged', 'returned', 'lost']

/** The applications whose cards changed their state, with what follows for them from all of their cards. */
export async function followingApplications(
  rows: RowAccess,
  before: ReadonlyMap<string, Card>,
  changed: readonly RowChange[],
): Promise<RowChange[]> {
  const told = toldOf(changed)
  const following: RowChange[] = []
  for (const card of changed.flatMap(({ entity, row }) => (entity === 'card' ? [row as Card] : []))) {
    if (card.state === before.get(card.id)?.state) continue
    const application = await rows.one('application', card.applicationId)
    if (!application) continue
    const movement = told.get(card.id)
    const row =
      movement?.kind === 'wrong-data'
        ? inRepair(application, movement)
        : await followingCard(
            rows,
            movement?.kind === 'taken-back' ? asBefore(application) : application,
            card,
            changed,
          )
    if (row) following.push({ entity: 'application', id: application.id, row: asked(row, movement) })
  }
  return [...new Map(following.map((one) => [one.id, one])).values()]
}

/** The movement by which each card was taken out because of what stands on it, lies there again because that was a mistake, or was lost. */
const toldOf = (changed: readonly RowChange[]): ReadonlyMap<string, Movement> =>
  new Map(
    changed
      .flatMap(({ entity, row }) => (entity === 'movement' ? [row as Movement] : []))
      .filter(({ kind, flags }) =>
        kind === 'wrong-data' ? flags.length === 0 : kind === 'taken-back' || kind === 'lost',
      )
      .map((movement) => [movement.cardId, movement]),
  )

/**
 * The office's own mistake, not the citizen's: the clock starts again when it was seen, and does not stand still. How the promise stood until then is kept:
 * what was late stays late.
 */
const inRepair = (application: Application, { at }: Movement): Application => ({
  ...application,
  status: 'PERBAIKAN',
  earlier: [...(application.earlier ?? []), windowOf(application, at)],
  acceptedAt: at,
  dueAt: null,
  fulfilledAt: null,
  returns: [],
})

/** A loss asks the Dinas to print again (cetak ulang diminta), until the card is found or another takes its place. */
function asked(application: Application, movement: Movement | undefined): Application {
  const { reprintAskedAt } = application
  if (application.status === 'HILANG_KEL')
    return { ...application, reprintAskedAt: reprintAskedAt ?? movement?.at ?? null }
  return reprintAskedAt ? { ...application, reprintAskedAt: null } : application
}

const windowOf = ({ acceptedAt, dueAt, fulfilledAt, returns }: Application, until: Instant): EarlierWindow => ({
  ...{ acceptedAt, dueAt, fulfilledAt, until },
  ...(returns && { returns }),
})

/** The data was right after all: the window goes on that was ended, unless the application was accepted anew meanwhile. */
function asBefore(application: Application): Application {
  const { earlier = [], returns: _, ...rest } = application
  const last = earlier.at(-1)
  if (application.status !== 'PERBAIKAN' || last?.until !== application.acceptedAt || !last) return application
  const { until: __, ...window } = last
  return { ...rest, ...window, earlier: earlier.slice(0, -1) }
}

async function followingCard(
  rows: RowAccess,
  application: Application,
  card: Card,
  changed: readonly RowChange[],
): Promise<Application | null> {
  if (application.status === 'PERBAIKAN' && withWrongData.includes(card.state)) return null
  const status = await statusFrom(rows, card, changed)
  if (!status || application.status === status) return null
  return { ...application, status, fulfilledAt: application.fulfilledAt ?? card.fulfilledAt }
}

async function statusFrom(
  rows: RowAccess,
  card: Card,
  changed: readonly RowChange[],
): Promise<ApplicationStatus | null> {
  const stored = (await rows.byKeys(['card'], [kitirKey(card.kitirNumber)])).map(({ row }) => row as Card)
  const now = new Map(changed.map(({ id, row }) => [id, row as Card]))
  const states = stored
    .filter(({ applicationId }) => applicationId === card.applicationId)
    .map(({ id, state }) => now.get(id)?.state ?? state)
  if (states.some((state) => !order.includes(state))) return null
  const least = order.find((state) => states.includes(state)) ?? card.state
  return statusOf[least] ?? null
}
