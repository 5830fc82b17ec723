import { expect, test } from 'vitest'
import { openKngSimulator } from './open-simulator.ts'

test('every route of the simulated KNG is in its OpenAPI document, with what is asked and what is answered', async () => {
  const routes: string[] = []
  const running = await openKngSimulator({ token: 'x', onRoute: (route) => routes.push(route) })
  const document = await (await fetch(`${running.url}/documentation/json`)).json()
  await running.close()
  expect(routes).toHaveLength(14)
  for (const route of routes) {
    const [method = '', path = ''] = route.split(' ')
    const told = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect([route, told?.summary]).toEqual([route, expect.stringMatching(/\w/)])
    const answers: Record<string, { content?: object }> = told.responses
    const good = Object.entries(answers).find(([status]) => status.startsWith('2'))
    expect([route, good?.[0] === '204' || Object.keys(good?.[1].content ?? {}).length > 0]).toEqual([route, true])
    if (method === 'POST') expect([route, told.requestBody?.content]).toEqual([route, expect.anything()])
    for (const [, name] of path.matchAll(/:(\w+)/g))
      expect(told.parameters).toEqual(expect.arrayContaining([expect.objectContaining({ name, in: 'path' })]))
  }
})

test('without the token nothing is told', async () => {
  const running = await openKngSimulator({ token: 'x' })
  const answers = ['/v1/steps', '/v1/applications/a'].map(async (path) => (await fetch(`${running.url}${path}`)).status)
  expect(await Promise.all(answers)).toEqual([401, 401])
  await running.close()
})
