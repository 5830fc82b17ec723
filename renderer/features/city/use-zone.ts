import { useEngineQuery } from '../../app/engine-hooks.ts'

/** IANA zone of the unit. */
export const useZone = (): string => useEngineQuery('app.status', {}).data?.device?.zone ?? 'Asia/Jakarta'
