import { type Act, isActType, ruleOf } from '#shared/domain/act/acts.ts'
import type { Seen } from '#shared/domain/act/rule.ts'
import type { CardCentreState, Device, KeptCommand } from '../../usecases/stores.ts'

/** One act of this device, or one that another desk told of, by the id of what it did. */
export interface Own {
  readonly command: KeptCommand
  readonly act: Act
  readonly actId: string
}

/** The payload was checked when this program wrote it. What the centre refused did not happen. */
export function ownOf(command: KeptCommand): readonly Own[] {
  if (!isActType(command.type) || command.verdict === 'refused') return []
  const act = { type: command.type, payload: JSON.parse(command.payload) } as Act
  return [{ command, act, actId: ruleOf(act).id(act.payload) }]
}

/** What this device knows besides the act before the centre answered. */
export const seenHere = (command: KeptCommand, device: Device): Seen => ({
  scope: command.told?.scope ?? device.homeScope,
  deviceId: command.told?.deviceId ?? device.deviceId,
  acceptedAt: null,
  permitted: true,
  flags: [],
  caseId: command.commandId,
})

const rank: Record<CardCentreState, number> = { recorded: 0, neighbour: 1, waiting: 2, case: 3, 'will-clash': 4 }
export const worse = <C extends CardCentreState>(a: C, b: C): C => (rank[a] >= rank[b] ? a : b)
