/** Of PostgreSQL: any numbers, each its own, the same in every process. */
export const advisoryLocks = { migration: 4_750_001, sweep: 4_750_002, fold: 4_750_003, kng: 4_750_004 } as const
