import { z } from 'zod'
import { formData, statementData } from '../../domain/catalogue/form-datum.ts'
import type { StatementForm } from '../../domain/catalogue/statement-form.ts'
import { condition } from './catalogue-condition.ts'

export const id = z.string().regex(/^[a-zA-Z0-9-]{1,40}$/)
export const formId = z.string().regex(/^[A-Za-z0-9.-]{1,40}$/)
const text = z.string().min(1)
const ids = z.array(id).min(1)
const boxes = z.number().int().min(1).max(16)
const datum = z.enum([...statementData, ...formData])

const cases = z.array(z.looseObject({ services: ids, when: condition.optional() })).min(1)
const tick = z.looseObject({
  label: text,
  plain: z.boolean().optional(),
  cases: cases.optional(),
  papers: ids.optional(),
})
/** Beside fields, a letter's own keys: `ruling.date`. */
const answer = {
  answer: z.array(z.string().regex(/^[a-zA-Z0-9-]{1,40}(\.(number|date|station))?$/)).optional(),
  joined: text.optional(),
  cases: cases.optional(),
}

const row = z.union([
  z.looseObject({ person: ids, ask: z.array(datum).min(1), cases: cases.optional() }),
  z.looseObject({ label: text, ticks: z.array(tick).min(1) }),
  z.looseObject({ label: text, ...answer, day: z.boolean().optional(), boxes: boxes.optional() }),
])
const column = z.looseObject({
  label: text,
  ...answer,
  group: text.optional(),
  width: z.number().positive().max(500).optional(),
  ask: datum.optional(),
})

const placed = { section: text.optional(), in: ids.optional() }
const dataPart = z.union([
  z.looseObject({ ...placed, rows: z.array(row).min(1), from: z.number().int().positive().optional() }),
  z.looseObject({
    ...placed,
    lists: z
      .array(z.looseObject({ head: text.optional(), ticks: z.array(tick).min(1) }))
      .min(1)
      .max(4),
  }),
  z.looseObject({
    ...placed,
    table: z.array(column).min(1).max(12),
    count: z.number().int().min(1).max(20),
    people: ids.optional(),
    members: id.optional(),
  }),
])

/** Of the catalogue: see domain/catalogue/statement-form.ts and data-form.ts. */
export const form: z.ZodType<StatementForm> = z.looseObject({
  id: formId,
  code: text.optional(),
  title: text,
  about: text.optional(),
  boxed: z.boolean().optional(),
  unchecked: z.boolean().optional(),
  parts: z.array(
    z.union([
      z.looseObject({ text }),
      z.looseObject({ person: ids, ask: z.array(z.enum(statementData)).min(1) }),
      z.looseObject({ lines: z.number().int().min(1).max(20) }),
      dataPart,
    ]),
  ),
  signers: z
    .array(z.looseObject({ as: text, person: z.array(id), materai: z.boolean().optional() }))
    .min(1)
    .max(3),
  witnesses: z.number().int().min(1).max(3).optional(),
  acknowledged: z.array(text).max(3).optional(),
})
