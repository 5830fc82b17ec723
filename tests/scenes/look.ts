import type { Page } from '@playwright/test'

/** What is done where a scene is worth looking at: a picture, and in a test what axe says. `words`: what is seen there. */
export type Look = (page: Page, name: string, words: string) => Promise<unknown>
