import type { RowTypes } from '#shared/domain/act/row-types.ts'
import { looseKitirNumber } from '#shared/domain/ekitir/kitir-number.ts'
import type { Filing } from '#shared/domain/filing/filing.ts'
import type { ThingName } from '../../usecases/stores.ts'

/** By what a thing is listed: its state, the time that orders it, and what it is about ('' where it is about nothing else). */
interface ThingColumns {
  readonly state: string
  readonly at: string
  readonly about: string
  /** Texts by which it is found besides: a number without its dashes, a code, a NIK. */
  readonly keys?: readonly string[]
}

/** One line for every replicated thing that has no table of its own. */
const columnsOf: { readonly [E in ThingName]: (row: RowTypes[E]) => ThingColumns } = {
  movement: ({ kind, at, cardId }) => ({ state: kind, at, about: cardId }),
  shipment: ({ state, sentAt, number }) => ({ state, at: sentAt, about: number }),
  claim: ({ state, happenings, applicationId }) => ({ state, at: happenings[0]?.at ?? '', about: applicationId }),
  'claim-case': ({ state, openedAt, applicationId }) => ({ state, at: openedAt, about: applicationId }),
  'blank-entry': ({ cardKind, at, kind }) => ({ state: kind, at, about: cardKind }),
  complaint: ({ state, at, applicationId }) => ({ state, at, about: applicationId }),
  'office-calendar': ({ scope }) => ({ state: '', at: '', about: scope }),
  'old-card': ({ state, withdrawnAt, cardId }) => ({ state, at: withdrawnAt, about: cardId }),
  question: ({ state, waitingSince, messages, askedAt, applicationId }) => ({
    state,
    at: waitingSince ?? messages.at(-1)?.at ?? askedAt,
    about: applicationId ?? '',
  }),
  assistance: ({ withdrawn, at, kind }) => ({ state: withdrawn === null ? 'counts' : 'withdrawn', at, about: kind }),
  shift: ({ state, openedAt, deviceCode }) => ({ state, at: openedAt, about: deviceCode }),
  trip: ({ state, day, scope }) => ({ state, at: day, about: scope }),
  visit: ({ state, opened, tripId }) => ({ state, at: opened.at, about: tripId }),
  filing: (row) => ({ state: row.status, at: row.at, about: row.service, keys: filingKeys(row) }),
  kitir: ({ state, at, applicationId, number, code }) => ({
    ...{ state, at, about: applicationId },
    keys: [looseKitirNumber(number), code],
  }),
  incident: ({ kind, from, withdrawnAt }) => ({
    state: withdrawnAt === null ? kind : 'withdrawn',
    at: from,
    about: '',
  }),
}

export const isThing = (entity: string): entity is ThingName => Object.hasOwn(columnsOf, entity)

export const thingColumns = <E extends ThingName>(entity: E, row: RowTypes[E]): ThingColumns => columnsOf[entity](row)

/** Under this, the words of a name are among the keys. */
export const nameKey = (word: string): string => `name:${word.toLowerCase()}`

const wordsOf = (name: string) => name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')

/** Everybody who is named in it, by NIK and by the words of the name, its number, and KNG's own. */
const filingKeys = ({
  people,
  applicantNik,
  kngNumber,
  kitirNumber,
  applicantName,
  family,
}: Filing): readonly string[] => [
  ...new Set(
    [
      ...Object.values(people).map(({ nik }) => nik),
      applicantNik,
      looseKitirNumber(kitirNumber),
      kngNumber && looseKitirNumber(kngNumber),
      family && `family:${family.id}`,
      ...[applicantName, ...Object.values(people).map(({ name }) => name ?? '')].flatMap(wordsOf).map(nameKey),
    ].filter((key): key is string => typeof key === 'string' && key !== ''),
  ),
]
