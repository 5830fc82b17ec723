import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Rescued } from '#shared/contract/engine/keeping.ts'
import type { Answer, Deps } from '../deps.ts'
import { fail } from '../fail.ts'

/** On a computer that is no device yet: a backup of another one and a recovery code make it that device. Everything else needs a trouble, or a session. */
export async function bringBack(deps: Deps, input: ParsedInputOf<'rescue.run'>): Answer<Rescued | null> {
  const enrolled = await deps.reading((db) => db.device.current())
  return input.way === 'code' && enrolled === null ? deps.rescue.run(input) : fail('not-permitted')
}
