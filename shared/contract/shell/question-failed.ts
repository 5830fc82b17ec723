import { z } from 'zod'

/** Shell to engine: a question could not be answered; `requestId` is its id (of a print its `jobId`). Nothing that was asked for has happened. */
export const questionFailed = z.strictObject({ type: z.literal('question-failed'), requestId: z.string().min(1) })
