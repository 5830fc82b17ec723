import { z } from 'zod'
import { catalogue } from '#shared/contract/sync/catalogue.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import { promiseParts } from './region-promise.ts'

const text = z.string()
const count = z.number().int().nonnegative()
/** What is erased at once was never kept. */
const days = z.number().int().positive()

/** The city's pack as the centre sends it; loose, so that newer packs serve older programs. */
const regionPack = z.looseObject({
  id: text,
  version: z.number().int(),
  city: text,
  zone: text,
  currency: text,
  receipt: z.looseObject({ head: z.array(text), statement: text, free: text, callCentre: text, copies: count }),
  collectorRules: z.array(
    z.looseObject({
      cardKind: z.enum(['ktp-el', 'kia']),
      collector: z.enum(['self', 'family', 'proxy', 'guardian', 'mobile-team']),
      papers: z.array(z.looseObject({ id: text, label: text, face: z.boolean().optional() })),
      needsProxyLetter: z.boolean(),
      sameHousehold: z.boolean(),
    }),
  ),
  /** As many digits as the screen and its contract can take. */
  pin: z.looseObject({ digits: z.number().int().min(4).max(8), tries: count }),
  override: z.looseObject({ onTheSpot: z.boolean(), challenge: z.boolean(), reviewLater: z.boolean() }),
  handover: z.looseObject({ labelCheck: z.enum(['required', 'offered']) }).optional(),
  provinces: z.array(z.string().length(2)).optional(),
  districts: z.array(z.string().regex(/^\d{6}$/)).optional(),
  undo: z.looseObject({ minutesByClerk: count, daysWithSupervisor: count }),
  limits: z.looseObject({
    daysSinceOnlineSignIn: count,
    daysSinceSync: count,
    daysOfExtension: count.optional(),
    unsentItems: count.optional(),
    daysOldestUnsent: count.optional(),
    warnDaysBefore: count.optional(),
    warnItemsBefore: count.optional(),
    diskWarnMegabytes: count.optional(),
    diskLockMegabytes: count.optional(),
    documentBytes: count.optional(),
    documentPages: count.optional(),
    clockSkewWarnSeconds: count,
    pickUpsForOtherHouseholdsPerDay: count,
    uncollectedReminderDays: count,
    uncollectedReturnDays: count,
  }),
  keeping: z
    .looseObject({ cards: days.optional(), files: days.optional(), work: days.optional(), audit: days.optional() })
    .optional(),
  shelf: z.looseObject({ racks: z.array(text).min(1), boxesPerRack: count, placesPerBox: count }),
  questionTemplates: z
    .array(
      z.looseObject({ id: z.string().min(1), title: z.string().min(1).max(100), text: z.string().min(1).max(4000) }),
    )
    .optional(),
  apps: z.looseObject({ klampid: z.url({ protocol: /^https$/ }), ikd: z.url({ protocol: /^https$/ }) }).optional(),
  ...promiseParts,
  catalogue: catalogue.optional(),
})

/** The pack, or null when what came is none: then the one that came with the program serves. */
export function regionPackFrom(value: unknown): RegionPack | null {
  const parsed = regionPack.safeParse(value)
  return parsed.success ? parsed.data : null
}
