import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { z } from 'zod'

const state = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  maximised: z.boolean(),
  /** Zoom factor, 1 = 100 %. */
  zoom: z.number().min(0.5).max(2),
})
export type WindowState = z.output<typeof state>

const fresh: WindowState = { bounds: null, maximised: false, zoom: 1 }
const fileOf = (dataDir: string) => join(dataDir, 'window.json')

/** Where the window was. A place that is on no screen any more is forgotten. */
export function readWindowState(dataDir: string): WindowState {
  try {
    const stored = state.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
    return stored.bounds && !onSomeScreen(stored.bounds) ? { ...stored, bounds: null } : stored
  } catch {
    return fresh
  }
}

/** Losing this costs a second of the clerk's time: no durability needed. */
export function saveWindowState(dataDir: string, window: BrowserWindow): void {
  const now: WindowState = {
    bounds: window.getNormalBounds(),
    maximised: window.isMaximized(),
    zoom: window.webContents.getZoomFactor(),
  }
  try {
    writeFileSync(fileOf(dataDir), JSON.stringify(now))
  } catch {
    // A full disk must not keep the window from closing.
  }
}

function onSomeScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const inside = bounds.x < area.x + area.width - 100 && bounds.x + bounds.width > area.x + 100
    return inside && bounds.y >= area.y - 20 && bounds.y < area.y + area.height - 100
  })
}
