import type { Instant } from '../time.ts'
import type { PaperBase, PaperParty } from './paper-base.ts'

export interface PersonOnDevice {
  readonly name: string
  /** Masked, unless the list was asked for whole; null: only the name was known. */
  readonly nik: string | null
  readonly child: boolean
  /** Kinds of rows that name the person (`card`, `household`, …). */
  readonly kinds: readonly string[]
}

/** Daftar data pribadi pada perangkat: for the notice within 3 x 24 hours (UU 27/2022, article 46). */
export interface DeviceContents extends PaperBase {
  readonly kind: 'device-contents'
  readonly deviceName: string
  readonly unitName: string
  readonly appVersion: string
  readonly lastContactAt: Instant | null
  /** As the computer last said; null: it never did. */
  readonly unsent: number | null
  readonly reason: 'lost' | 'stolen' | 'retired' | null
  readonly reportedAt: Instant | null
  readonly noticeDueAt: Instant | null
  readonly revokedAt: Instant | null
  readonly leftAt: Instant | null
  readonly whole: boolean
  readonly kinds: readonly {
    readonly kind: string
    readonly rows: number
    readonly oldestAt: Instant | null
    readonly newestAt: Instant | null
  }[]
  readonly signatures: number
  readonly photos: number
  readonly persons: readonly PersonOnDevice[]
  readonly officer: PaperParty
}
