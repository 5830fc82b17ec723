import fc from 'fast-check'
import { z } from 'zod'

/** Texts that broke some program somewhere. */
const hostileTexts = [
  "' OR 1=1 --",
  "'; DROP TABLE card; --",
  '" OR ""="',
  '%',
  '_',
  '*',
  'NEAR(',
  '\u0000',
  '\u202e',
  '\ud800',
  'a'.repeat(5000),
  '../../etc/passwd',
  '..\\..\\x',
  '%2e%2e%2f',
  '=1+1',
  '@SUM(A1)',
  '+cmd|',
  '__proto__',
  'constructor',
  'toString',
  '#{7*7}',
  '<script>',
  '\r\nX: y',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  '9999-99-99',
  '2026-02-30',
  '2026-11-24T02:00:00.000Z',
  '0001/BST/3578101003-02/2026',
]
const hostileNumbers = [
  0,
  -0,
  -1,
  1,
  0.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  Number.MAX_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
]

export const anyText = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ maxLength: 40, unit: 'binary' }))
export const anyThing: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.constantFrom(...hostileNumbers),
  fc.constantFrom(null, undefined, true, false),
  fc.anything({ maxDepth: 3, maxKeys: 6, withBigInt: false, withMap: false, withSet: false }),
)

interface Shape {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly pattern?: string
  readonly format?: string
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly items?: Shape
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly minimum?: number
  readonly maximum?: number
}

/** Values as a schema wants them, each part with some chance of being something else: so that they get past the door, too, and into the rooms behind it. */
export function nearly(schema: z.ZodType): fc.Arbitrary<unknown> {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape
  return of(shape)
}

const mostly = (right: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: anyThing })

function of(shape: Shape): fc.Arbitrary<unknown> {
  const choices = shape.anyOf ?? shape.oneOf
  if (choices && choices.length > 0) return mostly(fc.oneof(...choices.map(of)))
  if ('const' in shape) return mostly(fc.constant(shape.const))
  if (shape.enum) return mostly(fc.constantFrom(...shape.enum))
  switch (shape.type) {
    case 'object':
      return mostly(
        fc.record(Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, one]) => [name, of(one)]))),
      )
    case 'array':
      return mostly(fc.array(shape.items ? of(shape.items) : anyThing, { maxLength: 4 }))
    case 'string':
      return mostly(fc.oneof(text(shape), anyText))
    case 'integer':
    case 'number':
      return mostly(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(...hostileNumbers)))
    case 'boolean':
      return mostly(fc.boolean())
    case 'null':
      return fc.constant(null)
    default:
      return anyThing
  }
}

function text({ format, pattern }: Shape): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom('2026-11-24', '2026-11-23', '1900-01-01')
  if (format === 'date-time') return fc.constant('2026-11-24T02:00:00.000Z')
  if (pattern?.includes('{64}')) return fc.constant('a'.repeat(64))
  if (pattern?.includes('16')) return fc.constantFrom('3578015204900001', '0000000000000000')
  return fc.constantFrom('k-1', 'k-2', 'h-1', 'x', 'AAAA', '', 'rini')
}
