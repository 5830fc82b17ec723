/** What is wrong with a file: it is none of ours, it is cut or changed, a newer program made it, it is for somebody else. */
export type FileTroubleKind = 'not-ours' | 'damaged' | 'too-new' | 'other-recipient' | 'signature-wrong'

export class FileTrouble extends Error {
  readonly kind: FileTroubleKind

  constructor(kind: FileTroubleKind, options?: { cause?: unknown }) {
    super(`courier file: ${kind}`, options)
    this.kind = kind
  }
}
