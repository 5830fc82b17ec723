import { webcrypto } from 'node:crypto'
import { Certificate, CertificateChainValidationEngine, ContentInfo, CryptoEngine, SignedData, setEngine } from 'pkijs'
import type { SignatureSeen } from '../usecases/ports.ts'
import { findSignature } from './pdf-signature.ts'

export interface SignatureOrder {
  readonly task: 'signature'
  readonly pdf: Uint8Array
  /** Certificates (DER) that this city trusts to vouch for a signer. */
  readonly anchors: readonly Uint8Array[]
}

const commonName = '2.5.4.3'
const signingTime = '1.2.840.113549.1.9.5'

/**
 * Who signed a PDF (PAdES: a detached CMS over the bytes around it), and whether the file is still what was signed. Never rejects because of the PDF. Whether a certificate was
 * revoked is not asked: that needs a network that the counter may not have.
 */
export async function checkSignature({ pdf, anchors }: SignatureOrder): Promise<SignatureSeen> {
  const found = findSignature(pdf)
  if (found === null) return { state: 'none', signer: null, at: null }
  try {
    setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }))
    const cms = new SignedData({ schema: ContentInfo.fromBER(copyOf(found.cms)).content })
    const { signer, at } = signerOf(cms)
    if (!found.fromStart || !(await holdsOver(cms, found.signed))) return { state: 'changed', signer, at }
    if (!found.toEnd) return { state: 'added-to', signer, at }
    return { state: (await isTrusted(cms, anchors, at)) ? 'trusted' : 'unknown-signer', signer, at }
  } catch {
    return { state: 'changed', signer: null, at: null }
  }
}

async function holdsOver(cms: SignedData, signed: Uint8Array): Promise<boolean> {
  try {
    return await cms.verify({ signer: 0, data: copyOf(signed), checkChain: false })
  } catch {
    return false
  }
}

/** Its certificate leads to one that the city trusts, as of the time that was signed. */
async function isTrusted(cms: SignedData, anchors: readonly Uint8Array[], at: string | null): Promise<boolean> {
  if (anchors.length === 0) return false
  const signer = certificateOf(cms)
  if (signer === null) return false
  const others = certificatesOf(cms).filter((certificate) => certificate !== signer)
  const chain = new CertificateChainValidationEngine({
    trustedCerts: anchors.map((anchor) => Certificate.fromBER(copyOf(anchor))),
    // The one to be judged comes last.
    certs: [...others, signer],
    checkDate: at === null ? new Date() : new Date(at),
  })
  return (await chain.verify()).result
}

function signerOf(cms: SignedData): { readonly signer: string | null; readonly at: string | null } {
  const name = certificateOf(cms)?.subject.typesAndValues.find(({ type }) => type === commonName)
  const attributes = cms.signerInfos[0]?.signedAttrs?.attributes ?? []
  const time: unknown = attributes.find(({ type }) => type === signingTime)?.values[0]
  const said = Reflect.get(Object(time), 'toDate')
  const at = typeof said === 'function' ? (said.call(time) as Date).toISOString() : null
  return { signer: name ? String(name.value.valueBlock.value).slice(0, 200) : null, at }
}

const certificatesOf = (cms: SignedData): readonly Certificate[] =>
  (cms.certificates ?? []).filter((one): one is Certificate => one instanceof Certificate)

function certificateOf(cms: SignedData): Certificate | null {
  const serial: unknown = Reflect.get(Object(cms.signerInfos[0]?.sid), 'serialNumber')
  const all = certificatesOf(cms)
  return all.find(({ serialNumber }) => serialNumber.isEqual(serial)) ?? (all.length === 1 ? (all[0] ?? null) : null)
}

/** The library wants a buffer of its own. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer
