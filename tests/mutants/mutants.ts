import { centreMutants } from './centre-mutants.ts'
import { deviceMutants } from './device-mutants.ts'
import type { Mutant } from './mutant.ts'
import { peopleMutants } from './people-mutants.ts'
import { trustMutants } from './trust-mutants.ts'
import { updateMutants } from './update-mutants.ts'

export const mutants: readonly Mutant[] = [
  ...centreMutants,
  ...deviceMutants,
  ...peopleMutants,
  ...trustMutants,
  ...updateMutants,
]
