import { KeyButton, once } from '../../ui/key-button.tsx'

interface PrimaryProps {
  readonly icon: React.ReactNode
  readonly busy?: boolean
  readonly onPress: () => void
  readonly children: React.ReactNode
}

/** The one next step. */
export const Primary = ({ icon, busy = false, onPress, children }: PrimaryProps) => (
  <KeyButton look="primary" size="big" hint="Ctrl+Enter" icon={icon} aria-disabled={busy} onClick={once(onPress)}>
    {children}
  </KeyButton>
)
