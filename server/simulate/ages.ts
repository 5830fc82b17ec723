import type { HouseholdMember } from '#shared/domain/household/household.ts'
import type { CardPlan } from './cards.ts'
import type { Chance } from './chance.ts'
import type { Family } from './people.ts'
import type { ChosenPlan } from './plans.ts'

/** Ages of the children of the family that this card needs. */
export function childAgesFor(chance: Chance, plan: CardPlan & Pick<ChosenPlan, 'owner'>): readonly number[] {
  if (plan.owner === 'teenager') return [17]
  if (plan.owner === 'infant') return [chance.whole(0, 4)]
  if (plan.issueReason === 'age-17') return [17, chance.whole(8, 12)]
  if (plan.kind === 'kia') return [chance.whole(1, 15)]
  return chance.happens(0.5) ? [chance.whole(1, 20)] : []
}

/** Whose card it is. */
export function ownerOf(chance: Chance, family: Family, plan: CardPlan): HouseholdMember {
  const children = family.members.filter(({ relation }) => relation === 'child')
  const adults = family.members.filter(({ relation }) => relation !== 'child')
  const child = children[0]
  if (child && (plan.kind === 'kia' || plan.issueReason === 'age-17')) return child
  return chance.pick(adults)
}
