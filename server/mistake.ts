/** Something that the person who started a program can put right. Its message is one whole sentence: it is shown as it stands, without a stack. */
export class Mistake extends Error {
  /** 1: it cannot be done now. 2: it was asked wrongly. */
  readonly exitCode: 1 | 2

  constructor(sentence: string, { exitCode = 1, cause }: { exitCode?: 1 | 2; cause?: unknown } = {}) {
    super(sentence, { cause })
    this.exitCode = exitCode
  }
}

/** The code of an error of the system, SQLite or PostgreSQL; empty when it has none. */
export const codeOf = (cause: unknown): string =>
  typeof cause === 'object' && cause !== null ? String(Reflect.get(cause, 'code') ?? '') : ''

/** Runs a program. A mistake ends it with its sentence and exit code; anything else is ours and keeps its stack. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  try {
    await main()
  } catch (cause) {
    if (!(cause instanceof Mistake)) throw cause
    process.stderr.write(`${cause.message}\n`)
    process.exitCode = cause.exitCode
  }
}
