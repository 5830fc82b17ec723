import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { CentreKeys } from './auth/centre-keys.ts'
import type { FactorVault } from './auth/factor-vault.ts'
import type { Hasher } from './auth/hasher.ts'
import type { Vault } from './auth/vault.ts'
import type { CentralDatabase, Db } from './database/open-database.ts'
import type { KngPort } from './kng/kng-port.ts'
import type { Areas } from './region/areas.ts'
import type { Pokes } from './sync/pokes.ts'

/** What every route works with. Nothing in here is state: that is all in the database. */
export interface Centre {
  readonly database: CentralDatabase
  readonly db: Db
  readonly keys: CentreKeys
  /** Opens the secrets that are kept in the database. */
  readonly vault: Vault
  readonly pokes: Pokes
  /** Region pack as it is handed to devices at enrolment. */
  readonly region: RegionPack
  readonly areas: Areas
  readonly adminToken: string | null
  /** Folder with the releases of the program, one folder a platform. */
  readonly updatesDir: string | null
  readonly hasher: Hasher
  /** Where secrets of second factors are kept; null: this centre has none. */
  readonly factors: FactorVault | null
  /** SHA-256 (hex) of a certificate in the chain that devices are shown, for slips; null: any that a device's system trusts. */
  readonly authority: string | null
  /** The way to KNG; null: what is filed is kept here until there is one. */
  readonly kng: KngPort | null
  /** An act dated further ahead than this is flagged. */
  readonly clockSkewSeconds: number
  now(): Date
}

export const instantOf = (date: Date): string => date.toISOString()
export const laterBy = (date: Date, seconds: number): string => new Date(date.getTime() + seconds * 1000).toISOString()
