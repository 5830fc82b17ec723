import type { Fault, FaultCode } from '#shared/contract/errors.ts'

/** A refusal with the values of its sentence. */
export const fail = (code: FaultCode, details?: Fault['details']): { readonly ok: false; readonly refusal: Fault } => ({
  ok: false,
  refusal: details ? { code, details } : { code },
})
