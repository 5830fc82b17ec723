import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'

const areasFile = z.object({
  notice: z.string(),
  city: z.object({ code: z.string(), name: z.string() }),
  dinas: z.object({ code: z.string(), name: z.string(), short: z.string(), kecamatan: z.string() }),
  kecamatan: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      kelurahan: z.array(z.object({ code: z.string(), name: z.string(), short: z.string() })),
    }),
  ),
})

export interface Kelurahan {
  /** Kemendagri code, digits only: the scope. */
  readonly code: string
  readonly name: string
  /** Begins device names and staff codes, e.g. `KTB`. Unique in the city. */
  readonly short: string
  readonly kecamatan: string
  readonly kecamatanCode: string
}

/** The office above them all, a scope of its own. */
export interface Dinas extends Pick<Kelurahan, 'code' | 'name' | 'short' | 'kecamatan'> {}

export interface Areas {
  readonly kelurahan: readonly Kelurahan[]
  readonly dinas: Dinas
  /** How the devices of a scope are named; null for a scope that is not in the file. */
  shortOf(code: string): string | null
  find(code: string): Kelurahan | null
}

/** The city's kecamatan and kelurahan from resources/regions. Throws when the file is not what it should be. */
export function readAreas(file = new URL('../../resources/regions/surabaya-areas.json', import.meta.url)): Areas {
  const { kecamatan, dinas } = areasFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const kelurahan = kecamatan.flatMap((district) =>
    district.kelurahan.map((one) => ({ ...one, kecamatan: district.name, kecamatanCode: district.code })),
  )
  const byCode = new Map(kelurahan.map((one) => [one.code, one]))
  return {
    kelurahan,
    dinas,
    find: (code) => byCode.get(code) ?? null,
    shortOf: (code) => (code === dinas.code ? dinas.short : (byCode.get(code)?.short ?? null)),
  }
}

const ofRegion = (name: string) => new URL(`../../resources/regions/${name}`, import.meta.url)

/** The seed of the region pack: what is handed out is the files' whole content, the catalogue of services in it. */
export function readRegionPack(
  file = ofRegion('surabaya.json'),
  services = ofRegion('surabaya-catalogue.json'),
): RegionPack {
  const pack = z.looseObject({ id: z.string(), version: z.number() }).parse(JSON.parse(readFileSync(file, 'utf8')))
  const catalogue = z.looseObject({ version: z.number() }).parse(JSON.parse(readFileSync(services, 'utf8')))
  // The files come with the program; every device checks them whole (regionPackFrom), and a test of theirs these files.
  return { ...pack, catalogue } as unknown as RegionPack
}
