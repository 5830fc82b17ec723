import type { ParsedInputOf } from '#shared/contract/engine/calls.ts'
import type { Settings } from '#shared/contract/engine/device.ts'
import { ok } from '#shared/domain/result.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { fail } from '../fail.ts'
import { refusePrinter } from './printer-allowed.ts'

const beforeSignIn = new Set<string>(['language', 'theme', 'sounds'])

/** Language, theme and sounds may change before sign-in; the rest is for signed-in staff. Faults: sign-in-required, printer-not-approved. */
export async function saveSettings(
  deps: Deps,
  input: ParsedInputOf<'settings.save'>,
  who: Who | null,
): Answer<Settings> {
  if (who === null && Object.keys(input).some((name) => !beforeSignIn.has(name))) return fail('sign-in-required')
  const saved = await deps.inOneWrite(async (tx): Answer<Settings> => {
    const refused = await refusePrinter(tx, deps, input.printer)
    if (refused) return refused
    const settings = { ...(await tx.settings.settings()), ...input }
    await tx.settings.saveSettings(settings)
    const subject = Object.keys(input).join(' ')
    await tx.audit.append({ kind: 'settings', subject, staffId: who?.staff.id ?? null, at: deps.clock.now() })
    return ok(settings)
  })
  if (!saved.ok) return saved
  deps.announce('settings', 'status')
  deps.printing.wake()
  if (input.lan) await deps.neighbours.look()
  return saved
}
