import '@fontsource-variable/inter'
import '@mantine/core/styles.layer.css'
import '@mantine/dates/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './app/tokens.css'
import './app/global.css'
import { QueryClient } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app/app.tsx'
import { createEngineClient } from './app/engine-client.ts'
import { askFirstQuestions } from './app/engine-hooks.ts'
import { listenForEngine } from './app/engine-port.ts'
import { startWords } from './i18n/i18n.ts'

// zod would otherwise try to compile its checks, which the content policy refuses and reports.
z.config({ jitless: true })
startWords()
const engine = createEngineClient()
listenForEngine(engine)

// Answers come from this computer and are refreshed by topics: never stale by age, never retried blindly.
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
})
askFirstQuestions(queries, engine)
const root = document.getElementById('root')
if (root) createRoot(root).render(<App engine={engine} queries={queries} />)
