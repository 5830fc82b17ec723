import type { Deps, Who } from '../deps.ts'

/** Too short to single anybody out. */
const leastCharacters = 3

/** Notes that somebody searched and how many were found, never the words. After the answer: typing must not wait for the disk. */
export function auditSearch(deps: Deps, text: string, found: number, { staff }: Who): void {
  if (text.trim().length < leastCharacters) return
  const at = deps.clock.now()
  deps
    .inOneWrite((tx) => tx.audit.append({ kind: 'search', subject: `found:${found}`, staffId: staff.id, at }))
    .catch((cause: unknown) => deps.log.error('audit-search', cause))
}
