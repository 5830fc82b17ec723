import type { OutputOf, ParsedInputOf } from '#shared/contract/engine/calls.ts'
import { askCity } from '../city/ask-city.ts'
import type { Answer, Deps, Who } from '../deps.ts'
import { saveNoted } from '../paper/save-noted.ts'

type Asked = ParsedInputOf<'city.device-contents'>

/** Of whom there was data on a computer. With whole NIK it is a reveal, and in the audit chain before the centre is asked. Faults: those of askCity. */
export async function deviceContents(
  deps: Deps,
  { deviceId: id, whole }: Asked,
  who: Who,
): Answer<OutputOf<'city.device-contents'>> {
  if (whole) {
    const entry = { kind: 'reveal-nik', subject: `device ${id}`, staffId: who.staff.id, at: deps.clock.now() } as const
    await deps.inOneWrite((tx) => tx.audit.append(entry))
  }
  return askCity(deps, { name: 'device-contents', id, query: { whole: whole ? 'yes' : null } }, who)
}

/** The same as a file for the officer for data protection. Faults: those of askCity, file-not-saved. */
export async function saveDeviceContents(
  deps: Deps,
  asked: Asked,
  who: Who,
): Answer<OutputOf<'city.save-device-contents'>> {
  const contents = await deviceContents(deps, asked, who)
  if (!contents.ok) return contents
  const at = deps.clock.now()
  const text = JSON.stringify({ madeAt: at, madeBy: who.staff.code, ...contents.value }, null, 2)
  const fileName = `isi-perangkat-${contents.value.device.deviceName.replace(/[^0-9A-Za-z]+/g, '-')}-${at.slice(0, 10)}.json`
  const entry = { kind: 'save-pdf', subject: `device-contents ${asked.deviceId}`, staffId: who.staff.id } as const
  return saveNoted(deps, entry, { fileName, bytes: new TextEncoder().encode(text) })
}
