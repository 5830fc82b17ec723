import type { ToEngine, ToShell } from '#shared/contract/shell/messages.ts'

/** Every question is answered: the engine waits for it, and must hear also that the shell could not do it. */
export async function answerOrFailure(
  asked: ToShell,
  answer: (asked: ToShell) => Promise<ToEngine | null>,
): Promise<ToEngine | null> {
  try {
    return await answer(asked)
  } catch (cause) {
    console.error(`[shell] ${asked.type} failed`, cause)
    const requestId = 'requestId' in asked ? asked.requestId : 'jobId' in asked ? asked.jobId : null
    return requestId === null ? null : { type: 'question-failed', requestId }
  }
}
