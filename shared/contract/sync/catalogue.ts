import { z } from 'zod'
import type { Catalogue, Service } from '../../domain/catalogue/catalogue.ts'
import { referencesOf } from '../../domain/catalogue/references.ts'
import { condition } from './catalogue-condition.ts'
import { form, formId, id } from './catalogue-form.ts'
import { exclusionGround } from './incidents.ts'

const text = z.string().min(1)
const when = condition.optional()
const count = z.number().int().nonnegative()

const datum = z.enum([
  'nik',
  'kk',
  'name',
  'birthDate',
  'birthPlace',
  'sex',
  'married',
  'address',
  'phone',
  'email',
  'passport',
  'nationality',
])

const personRole = z.looseObject({
  id,
  label: text,
  data: z.partialRecord(datum, z.enum(['required', 'optional'])),
  when,
  later: z.looseObject({ data: z.array(datum), when: condition }).optional(),
  optional: z.boolean().optional(),
  age: z
    .looseObject({ atLeast: count.optional(), under: count.optional(), orMarried: z.boolean().optional() })
    .optional(),
  newName: z.boolean().optional(),
  unmarried: z.boolean().optional(),
  mayAlsoBe: z.array(id).optional(),
})

const option = z.looseObject({ id, label: text })
const field = z.looseObject({
  id,
  label: text,
  kind: z.enum(['text', 'date', 'number', 'choice', 'nik', 'niks', 'kk', 'akta', 'skpwni', 'phone', 'email', 'letter']),
  required: z.boolean(),
  when,
  options: z.array(option).min(2).optional(),
  min: count.optional(),
  max: count.optional(),
  mayBeAhead: z.boolean().optional(),
  hint: text.optional(),
})

const requirement = z.looseObject({
  id,
  label: text,
  accepts: z.array(z.enum(['original', 'copy', 'upload'])).min(1),
  when,
  whenWords: text.optional(),
  optional: z.boolean().optional(),
  form: formId.optional(),
})

/** One service; loose, so that what a newer pack says more travels on. */
export const serviceSchema: z.ZodType<Service> = z.looseObject({
  code: id,
  name: text,
  group: z.enum([
    'ktp',
    'recording',
    'kia',
    'kk',
    'birth',
    'death',
    'marriage',
    'divorce',
    'child',
    'deed',
    'abroad',
    'move',
    'foreigner',
    'non-permanent',
    'ikd',
    'other',
  ]),
  about: text,
  citizenWords: z.array(text).min(1),
  whoMayApply: z.array(z.looseObject({ id, label: text, when })).min(1),
  subject: id,
  people: z.array(personRole).min(1),
  fields: z.array(field),
  requirements: z.array(requirement),
  products: z.array(
    z.looseObject({ kind: z.enum(['pdf', 'ktp-el', 'kia', 'letter', 'app', 'status']), label: text, when }),
  ),
  channels: z.array(z.enum(['counter', 'kelurahan', 'mobile', 'self'])).min(1),
  exclusions: z.array(exclusionGround),
  followUps: z.array(z.looseObject({ service: id, words: text, when })),
  notes: z.array(text),
})

/** The city's services as they travel in the region pack. Every name that a part of it uses must be there. */
export const catalogue: z.ZodType<Catalogue> = z
  .looseObject({
    version: z.number().int().positive(),
    services: z.array(serviceSchema),
    forms: z.array(form).optional(),
  })
  .superRefine((read, context) => {
    for (const message of referencesOf(read)) context.addIssue({ code: 'custom', message })
  })
