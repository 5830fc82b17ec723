import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { EngineClient } from './engine-client.ts'
import { EngineContext } from './engine-hooks.ts'
import { FirstScreen } from './first-screen.tsx'
import { NavigationProvider } from './navigation.tsx'
import { SessionProvider, useSession } from './session.tsx'
import { ShortcutsProvider } from './shortcuts.tsx'
import { cssVariables, theme } from './theme.ts'

/** Style tags of the component library carry the nonce that the shell wrote into the page. */
const styleNonce = () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''

/** Everything that surrounds the screens. */
export function App({ engine, queries }: { readonly engine: EngineClient; readonly queries: QueryClient }) {
  return (
    <EngineContext value={engine}>
      <QueryClientProvider client={queries}>
        <MantineProvider
          theme={theme}
          cssVariablesResolver={cssVariables}
          defaultColorScheme="auto"
          getStyleNonce={styleNonce}
        >
          <SessionProvider>
            <OwnNavigation>
              <ShortcutsProvider>
                <FirstScreen />
                <Notifications position="top-right" limit={3} />
              </ShortcutsProvider>
            </OwnNavigation>
          </SessionProvider>
        </MantineProvider>
      </QueryClientProvider>
    </EngineContext>
  )
}

/** The next person begins on Beranda, not where the one before was. */
function OwnNavigation({ children }: { readonly children: ReactNode }) {
  const { staff } = useSession()
  return <NavigationProvider key={staff?.staffId ?? 'nobody'}>{children}</NavigationProvider>
}
