import type { CardState } from '../card/card.ts'
import { assertNever } from '../result.ts'
import type { MovementKind } from './movement.ts'

const onTheWay: readonly CardState[] = ['print-queue', 'printed', 'sorted', 'shipped']
const inTheDrawer: readonly CardState[] = ['ready', 'damaged']

/**
 * State of a card after a movement, or null where a card in this state cannot have moved so: the fact is kept, the card stays as it was and a person must look.
 */
export function movedState(state: CardState, kind: MovementKind): CardState | null {
  switch (kind) {
    case 'received':
      return onTheWay.includes(state) ? 'ready' : null
    case 'received-damaged':
      return onTheWay.includes(state) ? 'damaged' : null
    case 'missing':
      return onTheWay.includes(state) ? state : null
    case 'stored':
    case 'reminded':
      return state === 'ready' ? 'ready' : null
    case 'damaged':
    case 'misprinted':
    case 'wrong-data':
      return state === 'ready' ? 'damaged' : null
    case 'lost':
      return inTheDrawer.includes(state) ? 'lost' : null
    case 'found':
      return state === 'lost' ? 'ready' : null
    case 'returned':
      return inTheDrawer.includes(state) ? 'returned' : null
    case 'undone':
      return state === 'handed-over' ? 'ready' : null
    default:
      return assertNever(kind)
  }
}
