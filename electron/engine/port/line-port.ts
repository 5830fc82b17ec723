import { createInterface } from 'node:readline'
import type { EnginePort } from './engine-port.ts'

/** The contract as JSON lines on standard input and output: scripts, fault tests, benchmarks. */
export function linePort(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): EnginePort {
  const lines = createInterface({ input })
  // Lines may come before the engine is open and listens.
  const early: string[] = []
  let take = (line: string) => {
    early.push(line)
  }
  // Whoever listened is gone (EPIPE): that ends the conversation, not the program with a stack trace.
  output.on('error', () => lines.close())
  lines.on('line', (line) => {
    if (line.trim() !== '') take(line)
  })
  return {
    post: (message) => {
      output.write(`${JSON.stringify(message)}\n`)
    },
    onMessage: (listener) => {
      take = (line) => listener(parsed(line))
      for (const line of early.splice(0)) take(line)
    },
    onClose: (listener) => {
      lines.on('close', listener)
    },
    close: () => lines.close(),
  }
}

/** What is no JSON becomes null: the gateway says that it cannot read it. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
