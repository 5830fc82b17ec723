import { actRoles, cityWideRoles } from '../staff/permissions.ts'
import type { Role } from '../staff/staff.ts'
import { type Act, needsOf } from './acts.ts'
import type { RowRef } from './row-types.ts'

/** Roles that may do this within the units of their own device. */
export const rolesWithin = ({ type }: Act): readonly Role[] => actRoles[type]

/** Roles of the Dinas that may do this in any unit; empty: none may. */
export const rolesCityWide = ({ type }: Act): readonly Role[] => cityWideRoles[type] ?? []

/** Done at the Dinas alone, for whichever unit: a kelurahan sends no parcels, not even to itself, and makes no people. */
export const isOfTheDinas = ({ type }: Act): boolean => type === 'shipment.dispatch' || isAboutPerson(type)

/** Acts about the people who work here. */
export const isAboutPerson = (type: string): boolean => type.startsWith('staff.')

/** The unit into which an act says by itself that it reaches; null: it names none. */
export function scopeNamed(act: Act): string | null {
  switch (act.type) {
    case 'shipment.dispatch':
    case 'staff.add':
    case 'staff.change':
    case 'staff.end':
    case 'staff.reset':
      return act.payload.scope
    default:
      return null
  }
}

/**
 * The rows that decide whose business an act is: those of the kind that it names first (the cards of a movement), of a dispatch the cards too, of a claim its
 * application. Of a count only its own parcel: what lay in it, and where that should have been, is judged card by card.
 */
export function chiefSubjects(act: Act): readonly RowRef[] {
  const refs = needsOf(act).filter((need): need is RowRef => 'id' in need)
  switch (act.type) {
    case 'shipment.dispatch':
    case 'claim.note':
    case 'claim.decide':
      return refs
    case 'shipment.receive':
      return refs.slice(0, 1)
    default:
      return refs.filter(({ entity }) => entity === refs[0]?.entity)
  }
}
