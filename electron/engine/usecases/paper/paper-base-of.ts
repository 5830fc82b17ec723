import type { PaperBase, PaperParty } from '#shared/domain/paper/paper-base.ts'
import type { KnownUnit } from '#shared/domain/region/known-unit.ts'
import { unitTitle, unitTitleIn } from '#shared/domain/region/unit-title.ts'
import type { Staff } from '#shared/domain/staff/staff.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { ReadSet } from '../stores.ts'

/** Head, place and foot of a paper of this unit; `at`: the time that it bears. */
export async function paperBaseOf(db: ReadSet, scope: string, at: Instant): Promise<PaperBase> {
  const [region, unit] = [await db.settings.region(), await db.directory.unit(scope)]
  const { head, free, callCentre } = region.receipt
  const name = unit ? unitTitle(unit) : scope
  return {
    head: [...head],
    unitLine: unit?.kecamatan ? `${name}, Kec. ${unit.kecamatan}` : name,
    town: region.city.replace(/^(Kota|Kabupaten) /, ''),
    at,
    zone: unit?.zone ?? region.zone,
    free,
    callCentre,
  }
}

/** How the unit is addressed in a sentence: `Kelurahan Ketabang`. `units`: where else to look than among those whose rows are here. */
export async function unitNameOf(
  db: Pick<ReadSet, 'directory'>,
  scope: string,
  units: readonly KnownUnit[] = [],
): Promise<string> {
  const unit = await db.directory.unit(scope)
  return unit ? unitTitle(unit) : unitTitleIn(units, scope)
}

/** Somebody of the staff, with the signature that was given (SHA-256 of its PNG), if it is on this device. */
export async function staffParty(
  db: Pick<ReadSet, 'blobs'>,
  { name, code }: Pick<Staff, 'name' | 'code'>,
  position: string | null,
  signature: string | null,
): Promise<PaperParty> {
  return { name, code, position, signature: signature === null ? null : await db.blobs.get(signature) }
}

/** Somebody who signs by hand, and whose name is not known here. */
export const penParty = (position: string | null): PaperParty => ({ name: null, position, code: null, signature: null })
