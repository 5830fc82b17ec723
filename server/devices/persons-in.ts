import type { EntityName } from '#shared/contract/sync/rows.ts'
import { readableRow } from '#shared/contract/sync/rows.ts'
import type { Visit } from '#shared/domain/trip/visit.ts'
import { visitNow } from '#shared/domain/trip/visit-now.ts'

/** Somebody whom a row names; `nik` null: by the name alone. */
export interface PersonNamed {
  readonly nik: string | null
  readonly name: string
  /** Day of birth, where the row has it. */
  readonly born: string | null
}

/** What a row tells of persons, and of when it is. */
export interface Told {
  readonly persons: readonly PersonNamed[]
  readonly at: string | null
}

const someone = (name: string, nik: string | null = null, born: string | null = null): PersonNamed => ({
  nik,
  name,
  born,
})

/** Kinds of rows that name persons. Every other kind names nobody but, here and there, the staff that did something. */
export const kindsOfPersons = [
  'card',
  'application',
  'household',
  'handover',
  'old-card',
  'complaint',
  'trip',
  'visit',
  'claim',
  'question',
  'staff',
  'filing',
  'kitir',
] as const satisfies readonly EntityName[]
export type KindOfPersons = (typeof kindsOfPersons)[number]

/** Null: a row of a newer program, which this one cannot read; it is counted, and its persons are not known. */
export function personsIn(kind: KindOfPersons, stored: unknown): Told | null {
  switch (kind) {
    case 'card': {
      const row = readableRow(kind, stored)
      if (!row) return null
      const collector = row.handedOver ? [someone(row.handedOver.collectorName)] : []
      return {
        persons: [someone(row.ownerName, row.ownerNik, row.ownerBirthDate), ...collector],
        at: row.arrivedAt ?? row.acceptedAt,
      }
    }
    case 'application': {
      const row = readableRow(kind, stored)
      return row && { persons: [someone(row.applicantName, row.applicantNik)], at: row.submittedAt }
    }
    case 'household': {
      const row = readableRow(kind, stored)
      return row && { persons: row.members.map(({ name, nik, birthDate }) => someone(name, nik, birthDate)), at: null }
    }
    case 'handover': {
      const row = readableRow(kind, stored)
      return row && { persons: [someone(row.collector.name, row.collector.nik)], at: row.at }
    }
    case 'old-card': {
      const row = readableRow(kind, stored)
      return (
        row && { persons: row.ownerName === null ? [] : [someone(row.ownerName, row.ownerNik)], at: row.withdrawnAt }
      )
    }
    case 'complaint': {
      const row = readableRow(kind, stored)
      return row && { persons: [someone(row.complainant.name)], at: row.at }
    }
    case 'trip': {
      const row = readableRow(kind, stored)
      const targets = row?.plan?.plan.targets ?? []
      return row && { persons: targets.map(({ name, nik }) => someone(name, nik)), at: row.plan?.at ?? null }
    }
    case 'visit': {
      const row = readableRow(kind, stored)
      if (!row) return null
      const { name, nik } = visitNow(row as Visit)
      return { persons: [someone(row.opened.name, row.opened.nik), someone(name, nik)], at: row.opened.at }
    }
    case 'question': {
      const row = readableRow(kind, stored)
      return row && { persons: [someone(row.askedBy.name)], at: row.askedAt }
    }
    case 'claim': {
      const row = readableRow(kind, stored)
      const claimants =
        row?.happenings.flatMap((one) => (one.kind === 'taken' ? [someone(one.claimant.name)] : [])) ?? []
      return row && { persons: claimants, at: row.happenings[0]?.at ?? null }
    }
    case 'filing': {
      const row = readableRow(kind, stored)
      const people = Object.values(row?.people ?? {}).flatMap(({ name, nik = null, birthDate = null }) =>
        name ? [someone(name, nik, birthDate)] : [],
      )
      return row && { persons: [someone(row.applicantName, row.applicantNik), ...people], at: row.at }
    }
    case 'kitir': {
      const row = readableRow(kind, stored)
      return row && { persons: [someone(row.ownerName)], at: row.at }
    }
    case 'staff': {
      const row = readableRow(kind, stored)
      return row && { persons: [someone(row.name)], at: null }
    }
  }
}
