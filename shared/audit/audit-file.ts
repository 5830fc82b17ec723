import { z } from 'zod'
import { checkLink, type KeptEntry, type LinkTrouble, noHash, type Sha256 } from './check-link.ts'

/**
 * An audit chain, or a piece of one, as a file that stands by itself: JSON lines. The first says whose it is, one line an entry, the last bears the device's Ed25519
 * signature. Each line has a sum over itself and the sum before, so that a byte that was changed is named by its line; the signature is over the last sum.
 */
const head = z.strictObject({
  n: z.literal(1),
  kind: z.literal('loket-audit'),
  v: z.literal(1),
  deviceId: z.string(),
  deviceName: z.string(),
  scope: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
  /** Ed25519, raw, base64url. */
  key: z.string(),
  /** What stands before the first entry here; null: nothing, the chain begins here. */
  after: z.strictObject({ generation: z.number().int(), seq: z.number().int(), hash: z.string() }).nullable(),
  sum: z.string(),
})
const line = z.strictObject({
  n: z.number().int(),
  generation: z.number().int(),
  seq: z.number().int(),
  entry: z.string(),
  hash: z.string(),
  sum: z.string(),
})
const end = z.strictObject({
  n: z.number().int(),
  end: z.literal(true),
  entries: z.number().int(),
  head: z.string(),
  sum: z.string(),
  /** 64 bytes in base64url, and spelt in the only way: its last letter has two bits. */
  signature: z.string().regex(/^[A-Za-z0-9_-]{85}[AQgw]$/),
})

export type AuditFileHead = Omit<z.output<typeof head>, 'n' | 'kind' | 'v' | 'sum'>

/** What is signed. */
export const signedText = (sum: string): string => `loket-audit-file:${sum}`

const summed = (fields: object, before: string, sha256: Sha256) => sha256(before + JSON.stringify(fields))

/** Writes such a file, line by line, each with its newline. */
export class AuditFileWriter {
  readonly #sha256: Sha256
  #n = 0
  #sum = noHash
  #head = noHash

  constructor(sha256: Sha256) {
    this.#sha256 = sha256
  }

  begin(about: AuditFileHead): string {
    this.#head = about.after?.hash ?? noHash
    return this.#line({ kind: 'loket-audit', v: 1, ...about })
  }

  entry({ generation, seq, entry, hash }: KeptEntry): string {
    this.#head = hash
    return this.#line({ generation, seq, entry, hash })
  }

  /** `sign`: Ed25519 of a text, base64url. */
  end(sign: (text: string) => string): string {
    const text = this.#line({ end: true, entries: this.#n - 1, head: this.#head })
    return `${text.slice(0, -2)},"signature":${JSON.stringify(sign(signedText(this.#sum)))}}\n`
  }

  #line(fields: object): string {
    this.#n += 1
    const numbered = { n: this.#n, ...fields }
    this.#sum = summed(numbered, this.#sum, this.#sha256)
    return `${JSON.stringify({ ...numbered, sum: this.#sum })}\n`
  }
}

export type FileTrouble =
  | LinkTrouble
  | 'line-changed'
  | 'not-an-audit'
  | 'cut'
  | 'more-after-the-end'
  | 'signature-wrong'

export type AuditFileResult =
  | { readonly sound: true; readonly head: AuditFileHead; readonly entries: number; readonly chainHead: string }
  | { readonly sound: false; readonly line: number; readonly trouble: FileTrouble }

interface Checks {
  readonly sha256: Sha256
  /** Is this the signature of `text` under that key (both base64url)? */
  readonly signed: (key: string, text: string, signature: string) => boolean
}

/** Holds a file against itself: names the first line at which something is wrong. Whose key it is, somebody else has to know. */
export class AuditFileReader {
  readonly #checks: Checks
  #n = 0
  #sum = noHash
  #head: z.output<typeof head> | null = null
  #before: KeptEntry | null = null
  #ended: z.output<typeof end> | null = null
  #trouble: FileTrouble | null = null

  constructor(checks: Checks) {
    this.#checks = checks
  }

  /** The next line, without its newline. False: this is where something is wrong, and no more lines are needed. */
  take(text: string): boolean {
    this.#n += 1
    this.#trouble = this.#wrongIn(text)
    return this.#trouble === null
  }

  result(): AuditFileResult {
    if (this.#trouble) return { sound: false, line: this.#n, trouble: this.#trouble }
    if (!this.#head || !this.#ended) return { sound: false, line: this.#n + 1, trouble: 'cut' }
    const { n: _, kind: __, v: ___, sum: ____, ...about } = this.#head
    return { sound: true, head: about, entries: this.#ended.entries, chainHead: this.#ended.head }
  }

  #wrongIn(text: string): FileTrouble | null {
    if (this.#ended) return 'more-after-the-end'
    const found = parsed(text)
    const schema = this.#n === 1 ? head : isEnd(found) ? end : line
    const read = schema.safeParse(found)
    // The text itself is what was summed: no space more, no other order.
    if (!read.success || JSON.stringify(found) !== text) return this.#n === 1 ? 'not-an-audit' : 'line-changed'
    // As it stands there, in its own order.
    const { sum, signature, ...fields } = { signature: '', sum: '', ...(found as object) }
    if (read.data.n !== this.#n || summed(fields, this.#sum, this.#checks.sha256) !== sum) return 'line-changed'
    this.#sum = sum
    return this.#take(read.data, signature)
  }

  #take(
    data: z.output<typeof head> | z.output<typeof line> | z.output<typeof end>,
    signature: string,
  ): FileTrouble | null {
    if ('kind' in data) {
      this.#head = data
      this.#before = data.after && { ...data.after, entry: '' }
      return null
    }
    if ('end' in data) {
      this.#ended = data
      const whole = data.entries === this.#n - 2 && data.head === (this.#before?.hash ?? noHash)
      const signed = this.#checks.signed(this.#head?.key ?? '', signedText(this.#sum), signature)
      return whole && signed ? null : 'signature-wrong'
    }
    const { trouble } = checkLink(this.#before, data, this.#checks.sha256)
    this.#before = data
    return trouble
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isEnd = (found: unknown): boolean => typeof found === 'object' && found !== null && 'end' in found
