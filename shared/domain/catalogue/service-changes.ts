import type { Service } from './catalogue.ts'

/** What one service asks for otherwise than before, in the catalogue's own words. */
export interface ServiceChange {
  readonly kind: 'added' | 'dropped' | 'altered'
  readonly label: string
}

interface Asked {
  readonly id: string
  readonly label: string
}

/** Between two versions of the catalogue: people, questions and papers that came, went, or are asked for in another way. What is only worded otherwise elsewhere in the service is none. */
export function serviceChanges(before: Service, after: Service): readonly ServiceChange[] {
  const parts = ['people', 'fields', 'requirements'] as const
  return parts.flatMap((part) => changesOf(before[part], after[part]))
}

function changesOf(before: readonly Asked[], after: readonly Asked[]): readonly ServiceChange[] {
  const find = (among: readonly Asked[], { id }: Asked) => among.find((one) => one.id === id)
  const came = after.filter((one) => !find(before, one))
  const went = before.filter((one) => !find(after, one))
  const altered = after.filter((one) => {
    const old = find(before, one)
    return old !== undefined && !same(old, one)
  })
  return [
    ...came.map(({ label }) => ({ kind: 'added' as const, label })),
    ...altered.map(({ label }) => ({ kind: 'altered' as const, label })),
    ...went.map(({ label }) => ({ kind: 'dropped' as const, label })),
  ]
}

/** Parts of a pack are plain data; the order of their names says nothing. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  )
}
