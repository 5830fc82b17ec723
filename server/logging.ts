import type { FastifyRequest, FastifyServerOptions } from 'fastify'

/** Takes the lines of the log, one JSON object each; without it they go to stdout. */
export interface LogTarget {
  write(line: string): void
}

/**
 * What is logged of a request is its route, never its address: addresses carry e-Kitir codes. Of an error its class, code and place, never its message:
 * PostgreSQL's messages quote the values of rows.
 */
export function loggerOptions(level: string, to?: LogTarget): FastifyServerOptions['logger'] {
  if (level === 'silent') return false
  return {
    level,
    ...(to ? { stream: to } : {}),
    serializers: {
      req: (request: FastifyRequest) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
      res: ({ statusCode }: { statusCode?: number }) => ({ statusCode }),
      err: (error: Error & { code?: string; constraint?: string }) => ({
        type: error.name,
        message: '',
        stack: placesOf(error),
        code: error.code,
        constraint: error.constraint,
      }),
    },
  }
}

const placesOf = ({ stack }: Error): string =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')
