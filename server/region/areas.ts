import { readFileSync } from 'node:fs'
import { z } from 'zod'

const areasFile = z.object({
  notice: z.string(),
  city: z.object({ code: z.string(), name: z.string() }),
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

export interface Areas {
  readonly kelurahan: readonly Kelurahan[]
  find(code: string): Kelurahan | null
}

/** The city's kecamatan and kelurahan from resources/regions. Throws when the file is not what it should be. */
export function readAreas(file = new URL('../../resources/regions/surabaya-areas.json', import.meta.url)): Areas {
  const { kecamatan } = areasFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  const kelurahan = kecamatan.flatMap((district) =>
    district.kelurahan.map((one) => ({ ...one, kecamatan: district.name, kecamatanCode: district.code })),
  )
  const byCode = new Map(kelurahan.map((one) => [one.code, one]))
  return { kelurahan, find: (code) => byCode.get(code) ?? null }
}

/** The seed of the region pack: what is handed out is the file's whole content. */
export function readRegionPack(file = new URL('../../resources/regions/surabaya.json', import.meta.url)) {
  return z.looseObject({ id: z.string(), version: z.number() }).parse(JSON.parse(readFileSync(file, 'utf8')))
}
