import { askedEverywhere, spreadBy } from './spread.ts'

const named = /\b(?:from|join|into|update)\s+"?([a-z_]+)"?/gi
const where = /\b(?:home_)?scope"? (?:=|in) (?:\$|\()/i

/** Which statements were heard that are about spread tables, say not in which scope, and have no reason for that. */
export class Statements {
  readonly #unexplained = new Set<string>()
  readonly #seen = new Set<string>()

  hear(text: string): void {
    const statement = shapeOf(text)
    if (this.#seen.has(statement)) return
    this.#seen.add(statement)
    if (saysWhere(statement)) return
    // Rows are locked where they lie, or not at all.
    const reason = !statement.endsWith('for update') && askedEverywhere.some((one) => one.statement.test(statement))
    if (!reason) this.#unexplained.add(statement)
  }

  get unexplained(): readonly string[] {
    return [...this.#unexplained]
  }
}

/** Without the number of its values. */
const shapeOf = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\$\d+/g, '$')
    .replace(/\(\$(?:, \$)*\)/g, '($)')

function saysWhere(statement: string): boolean {
  if (!/^(select|insert|update|delete|with)\b/i.test(statement)) return true
  const tables = [...statement.matchAll(named)]
    .map(([, table]) => spreadBy[table ?? ''])
    .filter((by) => by !== undefined)
  if (tables.length === 0) return true
  const insert = /^insert into "[a-z_]+" \(([^)]*)\)/.exec(statement)
  if (insert) return tables.some((by) => insert[1]?.includes(`"${by}"`))
  return where.test(statement)
}
