import type { Screen } from '../../app/navigation.tsx'
import { ComplaintTab } from './complaint-tab.tsx'
import { PromiseTab } from './promise-tab.tsx'

type Asked = Extract<Screen, { name: 'complaints' }>

/** Komplain: the promises by urgency, and what citizens complained about. Compensation is a screen of its own. */
export function ComplaintsScreen({ tab = 'promise', id, kitir }: Omit<Asked, 'name'>) {
  if (tab === 'complaints') return <ComplaintTab id={id} />
  return <PromiseTab id={id} kitir={kitir} />
}
