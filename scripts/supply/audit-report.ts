import { z } from 'zod'

/** What `npm audit --json` says; `via` holds the holes themselves, and names of packages that bring one along. */
const report = z.looseObject({
  vulnerabilities: z.record(
    z.string(),
    z.looseObject({ severity: z.string(), via: z.array(z.union([z.string(), z.looseObject({ url: z.string() })])) }),
  ),
})

/** docs/security/audit-exceptions.json: a hole that somebody judged, and until when that judgement holds. */
export const auditExceptions = z.array(
  z.strictObject({ advisory: z.string(), until: z.iso.date(), why: z.string().min(10) }),
)

const tooBad = ['high', 'critical']

/** The holes that nobody has judged, a line each. `today`: as 2026-11-30. */
export function judgeAudit(found: unknown, exceptions: z.output<typeof auditExceptions>, today: string): string[] {
  const judged = exceptions.filter(({ until }) => until >= today).map(({ advisory }) => advisory)
  return Object.entries(report.parse(found).vulnerabilities)
    .filter(([, { severity }]) => tooBad.includes(severity))
    .flatMap(([name, { severity, via }]) =>
      via
        .filter((one) => typeof one !== 'string')
        .map(({ url }) => url.slice(url.lastIndexOf('/') + 1))
        .filter((advisory) => !judged.includes(advisory))
        .map((advisory) => `${name} (${severity}): ${advisory}`),
    )
}
