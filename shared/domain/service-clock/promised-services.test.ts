import { expect, test } from 'vitest'
import surabaya from '../../../resources/regions/surabaya.json' with { type: 'json' }
import catalogue from '../../../resources/regions/surabaya-catalogue.json' with { type: 'json' }
import type { Catalogue } from '../catalogue/catalogue.ts'
import { standardOf } from '../catalogue/standard-of.ts'
import type { PromiseRules } from './promise-rules.ts'

const { services } = catalogue as Catalogue

/**
 * The column "1x24 h" of the Dinas's services as the brief of this product has it, written down once more. `yes`: promised. `unless`: promised, but not under this ground.
 * `no`: outside as a whole, for this reason. `none`: nothing is promised, or nobody knows yet.
 */
const table: Readonly<Record<string, readonly ['yes' | 'none'] | readonly ['unless' | 'no', string]>> = {
  'KTP-BARU17': ['unless', 'ditjen-verification'],
  'KTP-BARU16': ['no', 'recorded-at-16'],
  'KTP-ULANG': ['yes'],
  'KTP-ULANG6': ['no', 'recent-reprint'],
  'KTP-PINDAH': ['yes'],
  'KTP-FOTO': ['no', 'new-photo-or-signature'],
  'KTP-OA': ['yes'],
  'KTP-HILANGKEL': ['no', 'lost-at-kelurahan'],
  REKAM: ['none'],
  KIA: ['yes'],
  'KK-RUSAK': ['yes'],
  'KK-HILANG': ['yes'],
  'KK-BIODATA': ['yes'],
  'KK-PECAH': ['none'],
  'KK-MERAH': ['yes'],
  'KK-GANDA': ['none'],
  BIODATA: ['yes'],
  'AK-LAHIR': ['unless', 'other-town-document'],
  'AK-LAHIR2': ['unless', 'other-town-document'],
  'AK-MATI': ['yes'],
  'AK-KAWIN': ['none'],
  'AK-CERAI': ['none'],
  'AK-ANAK': ['none'],
  'AK-UBAH': ['none'],
  LN: ['none'],
  'PINDAH-KELUAR': ['none'],
  'PINDAH-DALAM': ['none'],
  'PINDAH-DATANG': ['none'],
  DISPENSASI: ['none'],
  OA: ['none'],
  NONPERMANEN: ['none'],
  LEGAL: ['none'],
  SAH: ['none'],
  IKD: ['none'],
  AKUN: ['none'],
  SK: ['none'],
}
const formal: Readonly<Record<string, number>> = { KIA: 7, OA: 7, NONPERMANEN: 7 }
const cards = ['KTP-BARU17', 'KTP-BARU16', 'KTP-ULANG', 'KTP-ULANG6', 'KTP-PINDAH', 'KTP-FOTO', 'KTP-OA', 'KIA']

test('the table has every service of the catalogue, and the pack promises for no other', () => {
  expect(services.map(({ code }) => code).sort()).toEqual(Object.keys(table).sort())
  expect(Object.keys(surabaya.promise.services).filter((code) => !table[code])).toEqual([])
})

test.each(services.map((service) => [service.code, service] as const))(
  '%s is promised as the table says, ends with its card or its document, and has its formal standard',
  (code, service) => {
    const [how, ground = null] = table[code] ?? ['none']
    const told = standardOf(service, surabaya.promise as PromiseRules)
    expect(told).toMatchObject({
      promisedWorkingDays: how === 'yes' || how === 'unless' ? 1 : null,
      excludedBy: how === 'no' ? ground : null,
      fulfilledBy: [...cards, 'KTP-HILANGKEL'].includes(code) ? 'ready-for-collection' : 'document-ready',
      formalWorkingDays: formal[code] ?? null,
    })
    if (how === 'unless') expect(told.grounds).toContain(ground)
  },
)
