import { codeOf } from '../mistake.ts'

/**
 * SQLSTATE classes that lie in the values given: cardinality, data, integrity, limits of the program, what a routine raised. All other classes lie in
 * the state of the database or in this program's own statements (42: a column that is not there yet), and pass when somebody mends them.
 */
const inTheValues = /^(21|22|23|54|P0)...$/

/** Would the same thing fail again on a database in good health? Not: a full disk, a lost connection, a lock, a shutdown. */
export function lasts(cause: unknown): boolean {
  const code = codeOf(cause)
  if (/^[0-9A-Z]{5}$/.test(code)) return inTheValues.test(code)
  // A call of the operating system failed: a socket, a file. What is left are errors of this program over these values.
  return Reflect.get(Object(cause), 'syscall') === undefined
}
