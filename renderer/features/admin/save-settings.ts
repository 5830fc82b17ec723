import type { InputOf } from '#shared/contract/engine/calls.ts'
import { useEngineCommand } from '../../app/engine-hooks.ts'

/** Settings are kept as soon as they are chosen: there is no button to forget. */
export function useSaveSettings() {
  const save = useEngineCommand('settings.save')
  return {
    save: (input: InputOf<'settings.save'>) => save.mutate({ input }),
    error: save.error,
  }
}
