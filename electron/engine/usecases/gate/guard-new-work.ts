import type { Fault, FaultCode } from '#shared/contract/errors.ts'
import type { ActType } from '#shared/domain/act/acts.ts'
import type { GateKind } from '#shared/domain/gate/gates.ts'
import type { WriteSet } from '../stores.ts'
import { type GateMeasures, gatesNow } from './gates-now.ts'

/** A limit is reached: nothing new is recorded. The transaction is rolled back by it, and what was there before stays. */
export class WorkLocked extends Error {
  readonly fault: Fault

  constructor(kind: GateKind) {
    super(`locked: ${kind}`)
    this.fault = { code: codeOf[kind] }
  }
}

const codeOf: Readonly<Record<GateKind, FaultCode>> = {
  sync: 'locked-not-synced',
  oldest: 'locked-too-old',
  unsent: 'locked-too-many',
  disk: 'disk-full',
  'sign-in': 'locked-sign-in',
}

/** They end what was begun: the drawer is signed for, a mistake is mended. Only a full disk stops them. */
const ending: ReadonlySet<ActType> = new Set(['shift.close', 'handover.undo'])

/**
 * The one place where limits bite: every act of a person is appended here. Throws WorkLocked; reading, sending, receiving and exporting do not come this way.
 */
export function guardNewWork(tx: WriteSet, measure: () => Promise<GateMeasures>): WriteSet {
  const shut = new Map<string, Promise<readonly GateKind[]>>()
  const shutFor = (staffId: string) => {
    const found = shut.get(staffId) ?? shutGates(tx, measure, staffId)
    shut.set(staffId, found)
    return found
  }
  return {
    ...tx,
    outbox: {
      ...tx.outbox,
      async append(command) {
        const kinds = await shutFor(command.staffId)
        const biting = kinds.find((kind) => kind === 'disk' || !ending.has(command.type))
        if (biting) throw new WorkLocked(biting)
        return tx.outbox.append(command)
      },
    },
  }
}

async function shutGates(tx: WriteSet, measure: () => Promise<GateMeasures>, staffId: string) {
  const gates = await gatesNow(tx, await measure(), staffId)
  return gates.filter(({ stage }) => stage === 'locked').map(({ kind }) => kind)
}
