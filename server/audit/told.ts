import type { AuditFileResult } from '#shared/audit/audit-file.ts'
import type { DeviceAudit } from './check-device.ts'

const troubles = {
  changed: 'its text is not the one that was hashed',
  unreadable: 'it is no entry',
  gap: 'entries before it are missing',
  parted: 'it does not continue the entry before it',
  misplaced: 'it lies under a number that is not its own',
  'act-missing': 'no entry tells of this signed act',
} as const

/** As sentences for whoever runs the centre, and whether all of it holds. */
export function toldDevice(found: DeviceAudit): { readonly lines: readonly string[]; readonly sound: boolean } {
  const { deviceName, deviceId, scope, state, generations, quarantined } = found
  const lines = [`${deviceName} (${deviceId}) of ${scope}, ${state}`]
  for (const { generation, entries, lastAt, receivedAt, trouble, actsAhead } of generations) {
    const upTo = lastAt ? `, the last of ${lastAt}, received ${receivedAt}` : ''
    lines.push(`Generation ${generation}: ${entries} entries${upTo}.`)
    const what = trouble?.kind === 'act-missing' ? 'act' : 'entry'
    if (trouble) lines.push(`  NOT WHOLE at ${what} ${trouble.seq}: ${troubles[trouble.kind]}.`)
    if (actsAhead > 0) lines.push(`  ${actsAhead} acts are here whose entries are still to come.`)
  }
  if (generations.length === 0) lines.push('Nothing came of it yet.')
  for (const { at, reason } of quarantined) lines.push(`Shut out ${at}: ${reason}.`)
  return { lines, sound: generations.every(({ trouble }) => trouble === null) }
}

const fileTroubles = {
  ...troubles,
  'line-changed': 'the line was changed, moved or left out',
  'not-an-audit': 'the file does not begin as an audit of Loket',
  cut: 'the file ends before its end',
  'more-after-the-end': 'something follows the end',
  'signature-wrong': 'the signature is not of the key that the file names, or the lines are not as many as were signed',
} as const

/** The same for a file. `key`: whether the key that the file names is the device's, where that could be asked. */
export function toldFile(
  result: AuditFileResult,
  key: 'of-the-device' | 'not-of-the-device' | 'not-asked',
): { readonly lines: readonly string[]; readonly sound: boolean } {
  if (!result.sound)
    return { lines: [`NOT WHOLE at line ${result.line}: ${fileTroubles[result.trouble]}.`], sound: false }
  const { deviceName, deviceId, scope, madeAt, madeBy, after, key: named } = result.head
  const lines = [
    `${deviceName} (${deviceId}) of ${scope}, saved ${madeAt} by ${madeBy}.`,
    `${result.entries} entries${after ? `, after entry ${after.seq} of generation ${after.generation}` : ''}; the chain stands at ${result.chainHead}.`,
  ]
  if (key === 'not-of-the-device')
    return {
      lines: [...lines, `NOT BELIEVED: the centre knows another key of this device than ${named}.`],
      sound: false,
    }
  lines.push(
    key === 'of-the-device' ? 'Signed by this device.' : `Signed with ${named}: ask the centre whose key that is.`,
  )
  return { lines, sound: true }
}
