import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Settings } from '#shared/contract/engine/device.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'

const beforeSignIn = new Set<string>(['language', 'theme', 'sounds'])

/** Language, theme and sounds may change before sign-in; the rest is for signed-in staff. Fault: sign-in-required. */
export async function saveSettings(
  deps: Deps,
  input: ParsedInputOf<'settings.save'>,
  who: Who | null,
): Answer<Settings> {
  if (who === null && Object.keys(input).some((name) => !beforeSignIn.has(name))) return fail('sign-in-required')
  const saved = await deps.inOneWrite(async (tx) => {
    const settings = { ...(await tx.settings.settings()), ...input }
    await tx.settings.saveSettings(settings)
    const subject = Object.keys(input).join(' ')
    await tx.audit.append({ kind: 'settings', subject, staffId: who?.staff.id ?? null, at: deps.clock.now() })
    return settings
  })
  deps.announce('settings', 'status')
  deps.printing.wake()
  if (input.lan) await deps.neighbours.look()
  return ok(saved)
}
