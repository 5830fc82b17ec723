import type { TripLine } from '#shared/contract/engine/trips.ts'
import type { ReadSet } from '../stores.ts'
import { tripLine } from '../trip/trip-line.ts'
import type { TripTodo } from './todo-of.ts'

type Stage = TripTodo['stage']
const urgency: readonly Stage[] = ['unclosed', 'running', 'planned']

/** The day of the team that needs somebody first: not closed after its day, out now, or to go out today. */
export async function tripTodo(db: Pick<ReadSet, 'device' | 'things'>, today: string): Promise<TripTodo | null> {
  const device = await db.device.current()
  if (device === null) return null
  const lines: { readonly stage: Stage; readonly line: TripLine }[] = []
  for (const seen of await db.things.list('trip', { states: ['planned', 'under-way'] })) {
    const line = await tripLine(db, seen, device.deviceId)
    const stage = stageOf(line, today)
    if (stage) lines.push({ stage, line })
  }
  const [first] = lines.toSorted((a, b) => urgency.indexOf(a.stage) - urgency.indexOf(b.stage))
  if (!first) return null
  const { tripId, day, places, targets, people } = first.line
  const count = lines.filter(({ stage }) => stage === first.stage).length
  return { kind: 'trip', stage: first.stage, count, tripId, day, places, targets, here: people.here }
}

/** A plan whose day went by without this laptop going out is nobody's work any more. */
function stageOf({ startedHere, closedHere, day }: TripLine, today: string): Stage | null {
  if (closedHere) return null
  if (startedHere) return day < today ? 'unclosed' : 'running'
  return day === today ? 'planned' : null
}
