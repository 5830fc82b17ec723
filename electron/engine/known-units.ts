import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { KnownUnit } from '#shared/domain/region/known-unit.ts'

const named = z.looseObject({ code: z.string(), name: z.string() })
const areas = z.looseObject({
  dinas: named.extend({ kecamatan: z.string() }),
  kecamatan: z.array(named.extend({ kelurahan: z.array(named) })),
})

/** The units of the city from the areas that came with the program: the Dinas first, then by name. */
export async function knownUnitsOf(resourcesDir: string): Promise<readonly KnownUnit[]> {
  const file = join(resourcesDir, 'regions', 'surabaya-areas.json')
  const { dinas, kecamatan } = areas.parse(JSON.parse(await readFile(file, 'utf8')))
  const kelurahan = kecamatan.flatMap((district) =>
    district.kelurahan.map(({ code: scope, name }) => {
      return { scope, name, kind: 'kelurahan' as const, kecamatan: district.name }
    }),
  )
  const office = { scope: dinas.code, kind: 'dinas' as const, name: dinas.name, kecamatan: dinas.kecamatan }
  return [office, ...kelurahan.sort((a, b) => a.name.localeCompare(b.name, 'id'))]
}
