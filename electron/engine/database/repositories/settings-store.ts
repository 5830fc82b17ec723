import type { Settings } from '#shared/contract/engine/device.ts'
import { noCatalogue } from '#shared/domain/catalogue/catalogue.ts'
import type { RegionPack } from '#shared/domain/region/region-pack.ts'
import type { SettingReads, WriteSet } from '../../usecases/stores.ts'
import type { ReadDb } from '../handles.ts'
import { firstRow, run } from '../sql.ts'

const firstSettings: Settings = {
  printer: { kind: 'none' },
  cameraId: null,
  mirrorCamera: false,
  language: 'id',
  theme: 'system',
  sounds: true,
  copies: 2,
  paperPrinter: null,
  notePosition: false,
  lan: { on: false, port: 47_821, find: true, addresses: [] },
}

/** Nearly every act reads the rules; the catalogue is many times as long and is read by those who search it. */
const rulesOf = ({ catalogue: _, ...rules }: RegionPack): RegionPack => rules

export function settingReadsIn(db: ReadDb, seed: RegionPack): SettingReads {
  const value = async (name: string): Promise<string | null> => {
    const found = await firstRow<{ value: string }>(db, 'SELECT value FROM setting WHERE name = ?', name)
    return found?.value ?? null
  }
  return {
    settings: async () => ({
      ...firstSettings,
      copies: seed.receipt.copies,
      ...JSON.parse((await value('settings')) ?? '{}'),
    }),
    // What an older program kept lacks what has been added since.
    region: async () => ({ ...rulesOf(seed), ...JSON.parse((await value('region')) ?? '{}') }),
    catalogue: async () => JSON.parse((await value('catalogue')) ?? 'null') ?? seed.catalogue ?? noCatalogue,
    overrideSecret: () => value('override-secret'),
    draft: async (name) => JSON.parse((await value(`draft ${name}`)) ?? 'null'),
  }
}

export function settingsIn(db: ReadDb, seed: RegionPack): WriteSet['settings'] {
  const save = (name: string, value: string) =>
    run(
      db,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
      name,
      value,
    )
  return {
    ...settingReadsIn(db, seed),
    saveSettings: (settings) => save('settings', JSON.stringify(settings)),
    saveRegion: async (pack) => {
      await save('region', JSON.stringify(rulesOf(pack)))
      if (pack.catalogue) await save('catalogue', JSON.stringify(pack.catalogue))
    },
    saveDraft: (name, draft) => save(`draft ${name}`, JSON.stringify(draft)),
    saveOverrideSecret: (secret) => save('override-secret', secret),
  }
}
