import type { IncomingMessage, ServerResponse } from 'node:http'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'

/** Upper ends of the classes of durations, in seconds. */
const classes = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

interface Told {
  count: number
  seconds: number
  readonly upTo: number[]
}

/** What is told to Prometheus, in its text format (version 0.0.4): by route and status, never by device or person. */
export interface Metrics {
  text(): string
}

/** Counts every request of this app from now on. */
export function countRequests(app: FastifyInstance): Metrics {
  const requests = new Map<string, number>()
  const durations = new Map<string, Told>()
  const loop = monitorEventLoopDelay({ resolution: 20 })
  loop.enable()
  let underWay = 0
  app.server.on('request', (_: IncomingMessage, response: ServerResponse) => {
    underWay += 1
    response.once('close', () => {
      underWay -= 1
    })
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const route = `method="${/^[A-Z]{1,10}$/.test(method) ? method : 'other'}",route="${request.routeOptions.url ?? 'none'}"`
    const counted = `${route},status="${reply.statusCode}"`
    requests.set(counted, (requests.get(counted) ?? 0) + 1)
    note(durations, route, reply.elapsedTime / 1000)
  })
  app.addHook('onClose', async () => void loop.disable())
  return {
    text: () =>
      [
        ...typed('loket_requests_total', 'counter', 'Requests answered.'),
        ...[...requests].map(([labels, count]) => `loket_requests_total{${labels}} ${count}`),
        ...typed('loket_request_seconds', 'histogram', 'From a request to the end of its answer.'),
        ...[...durations].flatMap(([labels, told]) => linesOf(labels, told)),
        ...typed('loket_requests_under_way', 'gauge', 'Requests that are not answered yet.'),
        `loket_requests_under_way ${underWay}`,
        ...typed('loket_event_loop_delay_seconds', 'gauge', '99th percentile since the start.'),
        `loket_event_loop_delay_seconds ${loop.percentile(99) / 1e9}`,
        ...typed('process_resident_memory_bytes', 'gauge', 'Memory of this process.'),
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        ...typed('process_cpu_seconds_total', 'counter', 'Processor time of this process.'),
        `process_cpu_seconds_total ${cpuSeconds()}`,
        '',
      ].join('\n'),
  }
}

function note(durations: Map<string, Told>, route: string, seconds: number): void {
  const told = durations.get(route) ?? { count: 0, seconds: 0, upTo: classes.map(() => 0) }
  told.count += 1
  told.seconds += seconds
  for (const [index, end] of classes.entries()) if (seconds <= end) told.upTo[index] = (told.upTo[index] ?? 0) + 1
  durations.set(route, told)
}

const linesOf = (labels: string, { count, seconds, upTo }: Told): string[] => [
  ...classes.map((end, index) => `loket_request_seconds_bucket{${labels},le="${end}"} ${upTo[index]}`),
  `loket_request_seconds_bucket{${labels},le="+Inf"} ${count}`,
  `loket_request_seconds_sum{${labels}} ${seconds}`,
  `loket_request_seconds_count{${labels}} ${count}`,
]

const typed = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
