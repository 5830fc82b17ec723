import { createInterface } from 'node:readline'
import type { EnginePort } from './engine-port.ts'

/** The contract as JSON lines on standard input and output: scripts, fault tests, benchmarks. */
export function linePort(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): EnginePort {
  const lines = createInterface({ input })
  return {
    post: (message) => {
      output.write(`${JSON.stringify(message)}\n`)
    },
    onMessage: (listener) => {
      lines.on('line', (line) => {
        if (line.trim() !== '') listener(parsed(line))
      })
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
