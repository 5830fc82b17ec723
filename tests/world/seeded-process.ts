import crypto, { createPrivateKey, createPublicKey } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { type Chance, chanceOf } from '../../server/simulate/chance.ts'

let chance: Chance = chanceOf(0)

/** From here on, everything that this process draws by chance follows from the seed. */
export function reseed(seed: number): void {
  chance = chanceOf(seed)
}

const fill = <T extends NodeJS.ArrayBufferView>(view: T): T => {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(chance.next() * 256)
  return view
}

const bytesOf = (size: number) => fill(Buffer.alloc(size))

function uuid(): string {
  const bytes = bytesOf(16)
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const pkcs8 = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' }

/** Keys of the curves with raw private keys follow from the seed, too; others (P-256) stay as the machine makes them: nothing depends on them. */
function keyPair(real: typeof crypto.generateKeyPairSync) {
  return (type: string, ...options: unknown[]) => {
    if (type !== 'ed25519' && type !== 'x25519') return Reflect.apply(real, crypto, [type, ...options])
    const der = Buffer.concat([Buffer.from(pkcs8[type], 'hex'), bytesOf(32)])
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
    return { privateKey, publicKey: createPublicKey(privateKey) }
  }
}

/** Puts a seeded source in the place of the machine's chance, for all code of this process: engine, server and libraries alike. */
export function seedProcess(): void {
  Math.random = () => chance.next()
  globalThis.crypto.getRandomValues = ((view: NodeJS.ArrayBufferView) => fill(view)) as typeof crypto.getRandomValues
  Object.assign(crypto, {
    randomBytes: bytesOf,
    randomUUID: uuid,
    randomInt: (low: number, high?: number) =>
      high === undefined ? Math.floor(chance.next() * low) : low + Math.floor(chance.next() * (high - low)),
    randomFillSync: fill,
    generateKeyPairSync: keyPair(crypto.generateKeyPairSync),
  })
  syncBuiltinESMExports()
}
