import type { CardState } from '../card/card.ts'
import { assertNever } from '../result.ts'
import type { MovementKind } from './movement.ts'

/** What is not printed yet cannot be put into a parcel. */
const beforeTheCourier: readonly CardState[] = ['printed', 'sorted']
/** To the kelurahan any of them may come: the list of the Dinas may be behind. */
const onTheWay: readonly CardState[] = ['print-queue', 'printed', 'sorted', 'shipped']
const inTheDrawer: readonly CardState[] = ['ready', 'damaged']
/** A team may lose a card, too. */
const inOurHands: readonly CardState[] = [...inTheDrawer, 'with-team']

/**
 * State of a card after a movement, or null where a card in this state cannot have moved so: the fact is kept, the card stays as it was and a person must look.
 */
export function movedState(state: CardState, kind: MovementKind): CardState | null {
  switch (kind) {
    case 'dispatched':
      return beforeTheCourier.includes(state) ? 'shipped' : null
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
    case 'taken-back':
      return state === 'damaged' ? 'ready' : null
    case 'lost':
      return inOurHands.includes(state) ? 'lost' : null
    case 'found':
      return state === 'lost' ? 'ready' : null
    case 'returned':
      return inTheDrawer.includes(state) ? 'returned' : null
    case 'carried-out':
      return state === 'ready' ? 'with-team' : null
    case 'carried-back':
      return state === 'with-team' ? 'ready' : null
    case 'undone':
      return state === 'handed-over' ? 'ready' : null
    case 'double-print':
    case 'settled-given':
      return state
    default:
      return assertNever(kind)
  }
}
