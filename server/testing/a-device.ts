import {
  createHash,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  type KeyPairKeyObjectResult,
  randomBytes,
  randomUUID,
  sign,
} from 'node:crypto'
import { z } from 'zod'
import {
  change,
  deviceIdentity,
  generationAnswer,
  generationText,
  moveText,
  type PushedCommand,
  pageEnd,
  problem,
  pushAnswer,
  type Verdict,
} from '#shared/contract/sync/protocol.ts'
import type { HandoverFact } from '#shared/domain/handover/handover.ts'
import { rawPublicKey } from '../auth/raw-keys.ts'

const headers = { 'x-loket-protocol': '2', 'content-type': 'application/json' }
const noHash = '0'.repeat(64)

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** What a device says over HTTP, with its own keys and its own chain. Not the product's client: the protocol is read twice. */
export class ADevice {
  readonly url: string
  readonly identity: z.output<typeof deviceIdentity>
  #key: KeyObject
  /** X25519, raw. */
  readonly sealingKey: Buffer
  #token = ''
  /** Where the chain of this device stands. */
  chain = { generation: 1, seq: 0, hash: noHash }

  private constructor(url: string, identity: z.output<typeof deviceIdentity>, key: KeyObject, sealingKey: Buffer) {
    this.url = url
    this.identity = identity
    this.#key = key
    this.sealingKey = sealingKey
  }

  static async enrol(url: string, code: string): Promise<ADevice> {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519')
    const sealing = generateKeyPairSync('x25519')
    const asked = {
      code,
      signingKey: rawPublicKey(publicKey),
      sealingKey: rawPublicKey(sealing.publicKey),
      lanKey: randomBytes(91).toString('base64url'),
      appVersion: '1.0.0',
    }
    const answer = await send(`${url}/v1/devices/enrol`, asked)
    if (answer.status !== 200) throw new Error(`not enrolled: ${JSON.stringify(answer.body)}`)
    const { device } = z.looseObject({ device: deviceIdentity }).parse(answer.body)
    const rawSealingKey = sealing.privateKey.export({ type: 'pkcs8', format: 'der' }).subarray(-32)
    const enrolled = new ADevice(url, device, privateKey, rawSealingKey)
    await enrolled.signIn()
    return enrolled
  }

  /** Ed25519, raw, base64url. */
  get publicKey(): string {
    return rawPublicKey(createPublicKey(this.#key))
  }

  sign = (message: Uint8Array): Uint8Array => sign(null, message, this.#key)

  /** The same device, at another address of the centre; it signs in anew. */
  movedTo(url: string): ADevice {
    const moved = new ADevice(url, this.identity, this.#key, this.sealingKey)
    moved.chain = this.chain
    return moved
  }

  async signIn(): Promise<Answer> {
    const { deviceId } = this.identity
    const { nonce } = z
      .looseObject({ nonce: z.string() })
      .parse((await send(`${this.url}/v1/challenge`, { deviceId })).body)
    const signature = sign(null, Buffer.from(`loket-token:${nonce}`), this.#key).toString('base64url')
    const answer = await send(`${this.url}/v1/token`, { deviceId, nonce, signature })
    const { token = '' } = z.looseObject({ token: z.string().optional() }).parse(answer.body)
    this.#token = token
    return answer
  }

  /** Another computer with the same disk. */
  async clone(): Promise<ADevice> {
    const clone = new ADevice(this.url, this.identity, this.#key, this.sealingKey)
    clone.chain = { ...this.chain }
    await clone.signIn()
    return clone
  }

  /** Asks for the generation after `from`; with `keys` of before it is the same request again. Takes it on when it is given. */
  async nextGeneration(keys = generateKeyPairSync('ed25519'), from = this.chain.generation): Promise<Answer> {
    const { deviceId } = this.identity
    const { nonce } = z
      .looseObject({ nonce: z.string() })
      .parse((await send(`${this.url}/v1/challenge`, { deviceId })).body)
    const asked = { nonce, from, atLeast: from + 1, signingKey: rawPublicKey(keys.publicKey) }
    const text = Buffer.from(generationText({ ...asked, deviceId }))
    const signature = sign(null, text, this.#key).toString('base64url')
    const newSignature = sign(null, text, keys.privateKey).toString('base64url')
    const body = { ...asked, signature, newSignature, reason: 'forked' }
    const answer = await send(`${this.url}/v1/devices/${deviceId}/generation`, body)
    if (answer.status !== 200) return answer
    const { device } = generationAnswer.parse(answer.body)
    this.#key = keys.privateKey
    this.chain = { generation: device.generation, seq: 0, hash: noHash }
    await this.signIn()
    return answer
  }

  /** A nonce, and this device's signature over a text with it. */
  async nonceSigned(textOf: (nonce: string) => string): Promise<{ nonce: string; signature: string }> {
    const { deviceId } = this.identity
    const answer = await send(`${this.url}/v1/challenge`, { deviceId })
    const { nonce } = z.looseObject({ nonce: z.string() }).parse(answer.body)
    return { nonce, signature: sign(null, Buffer.from(textOf(nonce)), this.#key).toString('base64url') }
  }

  /** Asks to go to the office that was ordered; with `keys` of before it is the same request again. Takes the new identity on when it is given. */
  async move(
    moveId: string,
    keys = generateKeyPairSync('ed25519'),
    last: { readonly seq: number; readonly audit: number } = { seq: this.chain.seq, audit: 0 },
  ): Promise<Answer> {
    const { deviceId } = this.identity
    const about = { deviceId, moveId, from: this.chain.generation, lastSeq: last.seq, lastAuditSeq: last.audit }
    const asked = { ...about, signingKey: rawPublicKey(keys.publicKey) }
    const { nonce, signature } = await this.nonceSigned((fresh) => moveText({ ...asked, nonce: fresh }))
    const newSignature = sign(null, Buffer.from(moveText({ ...asked, nonce })), keys.privateKey).toString('base64url')
    return send(`${this.url}/v1/devices/${deviceId}/move`, { ...asked, nonce, signature, newSignature })
  }

  /** The same computer after its move. */
  async arrived(identity: z.output<typeof deviceIdentity>, keys: KeyPairKeyObjectResult): Promise<ADevice> {
    const moved = new ADevice(this.url, identity, keys.privateKey, this.sealingKey)
    moved.chain = { generation: identity.generation, seq: 0, hash: noHash }
    await moved.signIn()
    return moved
  }

  /** Bears this token from now on. */
  bear(token: string): void {
    this.#token = token
  }

  /** The next command of the chain, signed; a payload that is text is sent as it is. The chain moves on. */
  command(type: string, payload: object | string, more: Partial<Record<string, unknown>> = {}): PushedCommand {
    const { generation, seq, hash: prevHash } = this.chain
    const salt = randomBytes(16)
    const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
    const envelope = JSON.stringify({
      v: 1,
      id: randomUUID(),
      deviceId: this.identity.deviceId,
      generation,
      seq: seq + 1,
      scope: this.identity.homeScope,
      type,
      at: '2026-11-24T01:59:00.000Z',
      hlc: '0',
      staffId: 'rini',
      policyVersion: 1,
      payloadHash: createHash('sha256').update(salt).update(text).digest('hex'),
      prevHash,
      ...more,
    })
    const hash = createHash('sha256').update(envelope).digest('hex')
    this.chain = { generation, seq: seq + 1, hash }
    const signature = sign(null, Buffer.from(hash, 'hex'), this.#key).toString('base64url')
    return { envelope, hash, signature, payload: text, salt: salt.toString('base64url') }
  }

  handOver(cardId: string, more: Partial<HandoverFact> = {}, envelope: Partial<Record<string, unknown>> = {}) {
    return this.command('handover.record', this.fact(cardId, more), envelope)
  }

  fact(cardId: string, more: Partial<HandoverFact> = {}): HandoverFact {
    return {
      handoverId: randomUUID(),
      cardId,
      receiptNumber: `${this.chain.seq + 1}/BST/${this.identity.homeScope}-${this.identity.deviceCode}/2026`,
      at: '2026-11-24T01:59:00.000Z',
      staffId: 'rini',
      staffName: 'Rini',
      staffCode: 'X-rini',
      deviceCode: this.identity.deviceCode,
      pin: 'verified',
      override: null,
      collector: { kind: 'self', name: 'Dewi', nik: null, relation: 'Pemilik', proxyLetter: null },
      papers: ['face'],
      identity: { seen: true },
      oldCard: { kind: 'withdrawn', drawer: null },
      signature: 'a'.repeat(64),
      photo: null,
      offline: true,
      ...more,
    }
  }

  push(...commands: readonly PushedCommand[]): Promise<Answer> {
    const { generation } = this.chain
    return this.post('/v1/sync/push', { deviceId: this.identity.deviceId, generation, commands })
  }

  /** Pushes and expects verdicts. */
  async verdicts(...commands: readonly PushedCommand[]): Promise<readonly Verdict[]> {
    const { status, body } = await this.push(...commands)
    if (status !== 200) throw new Error(`the push was refused: ${status} ${JSON.stringify(body)}`)
    return pushAnswer.parse(body).verdicts
  }

  post(path: string, body: object): Promise<Answer> {
    return send(`${this.url}${path}`, body, { authorization: `Bearer ${this.#token}` })
  }

  request(path: string, init: RequestInit = {}): Promise<Response> {
    const own = { 'x-loket-protocol': '2', authorization: `Bearer ${this.#token}` }
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: { ...own, ...Object.fromEntries(new Headers(init.headers)) },
    })
  }

  /** Brings a document whole. */
  async put(bytes: Buffer): Promise<void> {
    const headers = {
      'content-type': 'application/octet-stream',
      'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const answer = await this.request(`/v1/blobs/${sha256}`, { method: 'PUT', headers, body: new Uint8Array(bytes) })
    if (answer.status !== 201) throw new Error(`not kept: ${answer.status}`)
  }

  /** One page of changes or of a snapshot: its rows and its end. */
  async page(path: string) {
    const lines = (await (await this.request(path)).text()).trim().split('\n')
    const end = pageEnd.parse(JSON.parse(lines.pop() ?? ''))
    return { rows: lines.map((line) => change.parse(JSON.parse(line))), end }
  }

  /** All rows of the own scope, page by page, and the cursor to go on from. */
  async copy(limit = 100) {
    const rows = []
    let after: string | null = ''
    let cursor = ''
    while (after !== null) {
      const more: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const page = await this.page(`/v1/sync/snapshot?scope=${this.identity.homeScope}&limit=${limit}${more}`)
      rows.push(...page.rows)
      cursor = page.end.cursor
      after = page.end.after
    }
    return { rows, cursor }
  }

  changes(cursor: string) {
    return this.page(`/v1/sync/changes?cursor=${encodeURIComponent(cursor)}`)
  }
}

async function send(url: string, body: object, more: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(url, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
}

/** The code of a refusal. */
export const errorOf = ({ body }: Answer): string => problem.parse(body).error
