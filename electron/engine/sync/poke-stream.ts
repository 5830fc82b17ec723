import { createParser } from 'eventsource-parser'
import { refuseTrouble, requireType } from './centre-answer.ts'
import type { Answer } from './exchange.ts'

/** Reads server-sent events until the stream ends; `onMoved` for each "scope X moved". What is in it does not matter: the pull finds out. */
export const readPokes =
  (onMoved: () => void) =>
  async (answer: Answer): Promise<void> => {
    await refuseTrouble(answer)
    requireType(answer, /^text\/event-stream\b/i)
    const decoder = new TextDecoder()
    const parser = createParser({
      maxBufferSize: 65_536,
      onEvent: (event) => {
        if (event.event === 'moved') onMoved()
      },
    })
    for await (const chunk of answer.chunks) parser.feed(decoder.decode(chunk, { stream: true }))
  }
