import { PackageCheck, PackageX } from 'lucide-react'
import type { OutputOf } from '#shared/contract/engine/calls.ts'
import { useUpdateWords } from '../../ui/update-words.ts'
import { Part } from './status-part.tsx'

/** Only where a new version lies ready, or could not come. Nothing to press: it is installed when Loket is closed, never in the middle of work. */
export function UpdatePart({ status }: { readonly status: OutputOf<'app.status'> }) {
  const words = useUpdateWords()(status.update)
  if (!words || !status.update || status.update.state === 'fetching') return null
  const { state, due } = status.update
  const calm = state === 'ready' && !due
  return (
    <Part
      icon={state === 'ready' ? PackageCheck : PackageX}
      look={calm ? undefined : 'warn'}
      label={words.title}
      explain={words.why}
    />
  )
}
