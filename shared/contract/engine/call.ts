import type { z } from 'zod'
import { type Allowed, callRoles } from '#shared/domain/staff/permissions.ts'

/**
 * A question (query) or an act (command) of the renderer. `allowed`: who may, as the table of permissions has it.
 * A command carries a `requestId`; a repeat of the same id gets the stored answer.
 */
export interface Call<N extends string = string, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly name: N
  readonly input: I
  readonly output: O
  readonly allowed: Allowed
}

/** A call that the table of permissions does not name does not compile. */
type Named = keyof typeof callRoles
type Shape<N extends Named, I extends z.ZodType, O extends z.ZodType> = Omit<Call<N, I, O>, 'kind' | 'allowed'>

export const query = <const N extends Named, I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<N, I, O>,
): Call<N, I, O> => ({ kind: 'query', allowed: callRoles[shape.name], ...shape })

export const command = <const N extends Named, I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<N, I, O>,
): Call<N, I, O> => ({ kind: 'command', allowed: callRoles[shape.name], ...shape })
