import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core'

/** HPKE base mode, as everything else that is sealed between device and centre. */
export const suite = () =>
  new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

/** A copy with an ArrayBuffer of its own length: what is given may be part of a larger one. */
export const exact = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** Whether a frame is the last one is authenticated with it: frames after which a file was cut do not open. */
export const frameAad = (last: boolean): ArrayBuffer => Uint8Array.of(last ? 1 : 0).buffer
