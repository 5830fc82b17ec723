/** Below PostgreSQL's 65 535 parameters a statement, whatever a statement takes of each. */
const atOnce = 1000

/** One statement for a thousand of these at a time, in their order. */
export async function runInParts<T>(all: readonly T[], run: (part: readonly T[]) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += atOnce) await run(all.slice(start, start + atOnce))
}

/** One statement for a thousand of these at a time, in their order; what the statements answered, put together. */
export async function inParts<T, R>(
  all: readonly T[],
  run: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const answers: R[] = []
  for (let start = 0; start < all.length; start += atOnce)
    answers.push(...(await run(all.slice(start, start + atOnce))))
  return answers
}
