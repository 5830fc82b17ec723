import { z } from 'zod'

/**
 * The end of a revoked device. It hears `403 revoked` where it asks for a token, proves itself once more (POST /v1/devices/{id}/farewell with a signed nonce),
 * gets the order signed by the centre, sends all that it has not sent as a sealed queue (PUT, POST /v1/farewell/{sha256}), and gets a signed receipt for it.
 * Only then does it erase its key and its data.
 */

const base64url = z.string().regex(/^[A-Za-z0-9_-]*$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.iso.datetime({ precision: 3 })

export const farewellPath = (deviceId: string) => `/v1/devices/${deviceId}/farewell`
export const farewellFilePath = (name: string) => `/v1/farewell/${name}`

/** `signature`: Ed25519 over `farewellNonceText`, by the key of any generation of the device. */
export const farewellRequest = z.looseObject({ nonce: z.string(), signature: base64url })
export const farewellNonceText = (nonce: string) => `loket-farewell:${nonce}`

/** `signature`: the centre's, over `revocationText`. `token`: for the farewell alone. */
export const farewellAnswer = z.looseObject({
  order: z.looseObject({ deviceId: z.string(), revokedAt: instant }),
  signature: base64url,
  token: z.string(),
})
export const revocationText = (order: { readonly deviceId: string; readonly revokedAt: string }) =>
  `loket-revocation-1:${order.deviceId}:${order.revokedAt}`

/** `signature`: the centre's, over `farewellReceiptText`. */
export const farewellReceipt = z.looseObject({
  deviceId: z.string(),
  sha256,
  size: z.number().int().nonnegative(),
  at: instant,
  signature: base64url,
})
export type FarewellReceipt = z.output<typeof farewellReceipt>
export const farewellReceiptText = (receipt: Omit<FarewellReceipt, 'signature'>) =>
  `loket-farewell-receipt-1:${receipt.deviceId}:${receipt.sha256}:${receipt.size}:${receipt.at}`
