import type { Value } from './records.ts'

type Looks = readonly ((value: Value | undefined) => boolean)[]

const isText = (value: Value | undefined) => typeof value === 'string'
const isNumber = (value: Value | undefined) => typeof value === 'number'
const isBytes = (value: Value | undefined) => value instanceof Uint8Array
const isNull = (value: Value | undefined) => value === null
const maybeText = (value: Value | undefined) => value === null || typeof value === 'string'
const isHash = (value: Value | undefined) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isObject = (value: Value | undefined) => typeof value === 'string' && value.startsWith('{')
const isOneOf =
  (...words: readonly string[]) =>
  (value: Value | undefined) =>
    typeof value === 'string' && words.includes(value)
const anything = () => true

const printKinds = ['handover-receipt', 'reprint', 'kitir-citizen', 'kitir-office', 'test']

/** What the first columns of a row hold. A row of an older schema may be shorter than those of today, none is shorter than this. */
const looks: Readonly<Record<string, Looks>> = {
  sqlite_schema: [isOneOf('table', 'index'), isText, isText, isNumber, anything],
  // The first column of these is the row's own number, which stands elsewhere.
  command: [isNull, isText, isText, isText, isText, isText, isObject, isHash, isText, maybeText, isText],
  audit_entry: [isNull, isObject, isHash],
  blob: [isNull, isHash, isText, isNumber, isBytes, isNumber],
  device: [isNull, maybeText, isText, isNumber, isBytes, isBytes, isBytes, isBytes, isBytes, isBytes],
  device_generation: [isNull, isNumber, isBytes, isBytes],
  generation_asked: [isNull, isNumber, isText, isNumber, isBytes, isBytes],
  neighbour_act: [isNull, isText, isText, isText, isNumber, isText, isText, isText, isText, isObject, isHash],
  replica: [isText, isText, isText, isNumber, maybeText, isNumber],
  staff_secret: [isText, maybeText, maybeText, maybeText, isNumber, maybeText],
  sync_exception: [isText, isOneOf('conflict', 'refused', 'attention'), isText],
  print_job: [isText, isOneOf(...printKinds), isText, maybeText, maybeText, isNumber],
  count_line: [isText, isText, maybeText, isText, isOneOf('good', 'damaged', 'missing')],
  request: [isText, (value) => typeof value === 'string' && value.includes('.'), isText, isText],
}

/** Rows of these have exactly so many columns as they look like: others begin the same way. */
const exact = new Set([
  'sqlite_schema',
  'audit_entry',
  'device_generation',
  'generation_asked',
  'request',
  'staff_secret',
])

/** The table that a row of unknown origin belongs to; null where it is none of those that are looked for. */
export function guessTable(values: readonly Value[]): string | null {
  const fits = ([table, like]: readonly [string, Looks]) =>
    (exact.has(table) ? values.length === like.length : values.length >= like.length) &&
    like.every((is, column) => is(values[column]))
  return Object.entries(looks).find(fits)?.[0] ?? null
}
