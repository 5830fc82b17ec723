import { createHash, createHmac, generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrolAnswer } from '#shared/contract/sync/protocol.ts'
import { codeNameText, enrolledText, enrolText } from '#shared/domain/enrolment/enrolment-slip.ts'
import { ACentre } from '../testing/a-centre.ts'
import { databases } from '../testing/databases.ts'
import { rawPublicKey } from './raw-keys.ts'

describe.each(await databases())('a code that does not travel, on $name', (kind) => {
  let centre: ACentre
  beforeAll(async () => {
    centre = await ACentre.open(kind)
  })
  afterAll(() => centre.close())

  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const hashOf = (code: string) => sha256(code.replaceAll('-', ''))
  const mac = (code: string, text: string) => createHmac('sha256', hashOf(code)).update(text).digest('base64url')
  const keys = () => {
    const signingKey = rawPublicKey(generateKeyPairSync('ed25519').publicKey)
    return { signingKey, sealingKey: rawPublicKey(generateKeyPairSync('x25519').publicKey), lanKey: 'AAAA' }
  }
  const ask = async (body: object) => {
    const headers = { 'content-type': 'application/json', 'x-loket-protocol': '2' }
    const text = JSON.stringify({ ...body, appVersion: '1.1.0' })
    return fetch(`${centre.url}/v1/devices/enrol`, { method: 'POST', headers, body: text })
  }
  const named = (code: string) => ({ codeName: sha256(codeNameText(hashOf(code))) })

  test('who proves to know the code is enrolled, and is told by a proof that the centre knows it, too', async () => {
    const [code, own] = [await centre.enrolmentCode(), keys()]
    const answer = await ask({ ...named(code), ...own, codeProof: mac(code, enrolText(own)) })
    const told = enrolAnswer.parse(await answer.json())
    const said = { ...told.device, signingKey: own.signingKey, centre: told.centre }
    expect(told.codeProof).toBe(mac(code, enrolledText(said)))
    expect(told.centre.signingKey).toBe(centre.server.centre.keys.signingKey)
  })

  test('what somebody between them heard enrols no keys of his own', async () => {
    const [code, own] = [await centre.enrolmentCode(), keys()]
    const heard = mac(code, enrolText(own))
    expect((await ask({ ...named(code), ...keys(), codeProof: heard })).status).toBe(403)
    expect((await ask({ ...named(code), ...own, codeProof: mac('AAAA-BBBB-CCCC', enrolText(own)) })).status).toBe(403)
    expect((await ask({ ...named('AAAA-BBBB-CCCC'), ...own, codeProof: heard })).status).toBe(403)
    expect((await ask({ ...named(code), ...own })).status).toBe(400)
    expect((await ask({ ...named(code), ...own, codeProof: heard })).status).toBe(200)
  })
})
