import type { z } from 'zod'
import type { Role } from '#shared/domain/staff/staff.ts'

/**
 * A question (query) or an act (command) of the renderer. `allowed`: roles that may; 'anyone' = signed in; 'nobody-needed' = also before sign-in.
 * A command carries a `requestId`; a repeat of the same id gets the stored answer.
 */
export interface Call<N extends string = string, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly name: N
  readonly input: I
  readonly output: O
  readonly allowed: 'nobody-needed' | 'anyone' | readonly Role[]
}

type Shape<N extends string, I extends z.ZodType, O extends z.ZodType> = Omit<Call<N, I, O>, 'kind'>

export const query = <const N extends string, I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<N, I, O>,
): Call<N, I, O> => ({ kind: 'query', ...shape })

export const command = <const N extends string, I extends z.ZodType, O extends z.ZodType>(
  shape: Shape<N, I, O>,
): Call<N, I, O> => ({ kind: 'command', ...shape })
