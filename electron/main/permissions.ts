import { app, type Session } from 'electron'
import { pageOrigin } from './page-origin.ts'

/** The camera for our own page; everything else is refused. Files are saved by the shell, which asks where: the page downloads nothing. */
export function allowOnlyCamera(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    // An empty list is no wish for a picture: what asks for nothing by name gets nothing.
    const video = types.length > 0 && types.every((type) => type === 'video')
    decide(permission === 'media' && video && ours(details.requestingUrl))
  })
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return permission === 'media' && details.mediaType !== 'audio' && ours(origin)
  })
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
}

/** No page of this program goes anywhere, opens anything or embeds anything. */
export function forbidNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

const ours = (url: string) => url === pageOrigin || url.startsWith(`${pageOrigin}/`)
