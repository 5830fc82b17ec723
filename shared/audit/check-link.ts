/** One entry of an audit chain as it is kept: the exact text that was hashed, and under which number of which generation it lies. */
export interface KeptEntry {
  readonly generation: number
  readonly seq: number
  readonly entry: string
  readonly hash: string
}

/**
 * What is wrong at a place of the chain. `changed`: the text is not the one that was hashed. `unreadable`: hashed, but no entry. `gap`: entries before it are missing.
 * `parted`: it names another entry before it than the one that is there. `misplaced`: it lies under another number than its own.
 */
export const linkTroubles = ['changed', 'unreadable', 'gap', 'parted', 'misplaced'] as const
export type LinkTrouble = (typeof linkTroubles)[number]

/** What a device writes, and what is read of it here: more may stand in it. */
export interface AuditText {
  readonly seq: number
  readonly at: string
  readonly staffId: string | null
  readonly kind: string
  readonly subject: string
  readonly commandHash?: string | null
  readonly prevHash: string
}

/** Stands before the first entry of a generation. */
export const noHash = '0'.repeat(64)

export type Sha256 = (text: string) => string

/** Does this entry follow that one (null: nothing is before it)? `sha256` answers lower-case hex. */
export function checkLink(
  before: KeptEntry | null,
  kept: KeptEntry,
  sha256: Sha256,
): { readonly trouble: LinkTrouble | null; readonly text: AuditText | null } {
  if (sha256(kept.entry) !== kept.hash) return { trouble: 'changed', text: null }
  const text = readEntry(kept.entry)
  if (!text) return { trouble: 'unreadable', text: null }
  if (text.seq !== kept.seq) return { trouble: 'misplaced', text }
  const continues = before !== null && before.generation === kept.generation
  if (kept.seq !== (continues ? before.seq + 1 : 1)) return { trouble: 'gap', text }
  return { trouble: text.prevHash === (continues ? before.hash : noHash) ? null : 'parted', text }
}

/** Null for what is no entry. */
export function readEntry(entry: string): AuditText | null {
  try {
    const found: unknown = JSON.parse(entry)
    return isText(found) ? found : null
  } catch {
    return null
  }
}

/** Without a schema: a chain has a hundred thousand of them. */
function isText(found: unknown): found is AuditText {
  if (typeof found !== 'object' || found === null) return false
  const { seq, at, staffId, kind, subject, prevHash } = found as Readonly<Record<keyof AuditText, unknown>>
  const texts = typeof at === 'string' && typeof kind === 'string' && typeof subject === 'string'
  return (
    texts && Number.isInteger(seq) && typeof prevHash === 'string' && (staffId === null || typeof staffId === 'string')
  )
}
