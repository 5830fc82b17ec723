import { sign } from 'node:crypto'
import type { z } from 'zod'
import { type generationAnswer, type generationRequest, generationText } from '#shared/contract/sync/protocol.ts'
import type { CentreClient } from './centre-client.ts'
import { privateKeyOf, type RawKeyPair } from './raw-keys.ts'

interface Wanted {
  readonly deviceId: string
  readonly from: { readonly generation: number; readonly keys: RawKeyPair }
  readonly atLeast: number
  readonly keys: RawKeyPair
  readonly reason: z.input<typeof generationRequest>['reason']
}

/** Asks the centre for a generation, signed by the key of the one before and by its own. May be asked any number of times: it is given once. */
export async function askGeneration(client: CentreClient, wanted: Wanted): Promise<z.output<typeof generationAnswer>> {
  const { deviceId, from, atLeast, keys, reason } = wanted
  const nonce = await client.nonce(deviceId)
  const asked = { nonce, from: from.generation, atLeast, signingKey: keys.publicKey.toString('base64url') }
  const text = Buffer.from(generationText({ ...asked, deviceId }))
  const signed = ({ privateKey }: RawKeyPair) =>
    sign(null, text, privateKeyOf('ed25519', privateKey)).toString('base64url')
  const signatures = { signature: signed(from.keys), newSignature: signed(keys) }
  return client.nextGeneration(deviceId, { ...asked, ...signatures, reason })
}
