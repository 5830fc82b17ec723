import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { EngineClient } from './engine-client.ts'
import { EngineContext } from './engine-hooks.ts'
import { FirstScreen } from './first-screen.tsx'
import { FormatContext, useUnitFormat } from './format.ts'
import { LeavingProvider } from './leaving/leaving.tsx'
import { NavigationProvider } from './navigation.tsx'
import { ScanTakersProvider } from './scan-taker.tsx'
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
        <UnitFormat>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariables}
            defaultColorScheme="auto"
            getStyleNonce={styleNonce}
          >
            <SessionProvider>
              <OwnNavigation>
                <ShortcutsProvider>
                  <ScanTakersProvider>
                    <LeavingProvider>
                      <FirstScreen />
                    </LeavingProvider>
                  </ScanTakersProvider>
                  {/* A word that comes up under a resting pointer must not keep the others there. */}
                  <Notifications position="top-right" limit={3} pauseResetOnHover="notification" />
                </ShortcutsProvider>
              </OwnNavigation>
            </SessionProvider>
          </MantineProvider>
        </UnitFormat>
      </QueryClientProvider>
    </EngineContext>
  )
}

/** The next person begins on Beranda, not where the one before was. */
function OwnNavigation({ children }: { readonly children: ReactNode }) {
  const { staff } = useSession()
  return <NavigationProvider key={staff?.staffId ?? 'nobody'}>{children}</NavigationProvider>
}

function UnitFormat({ children }: { readonly children: ReactNode }) {
  return <FormatContext value={useUnitFormat()}>{children}</FormatContext>
}
