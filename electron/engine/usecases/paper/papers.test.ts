import { afterEach, expect, test } from 'vitest'
import { pdfText } from '../../../../tests/fixtures/pdf-text.ts'
import { aFiling, applicantNik } from '../../testing/a-filing.ts'
import { Counter } from '../../testing/counter.ts'
import { aCard, change, scope } from '../../testing/rows.ts'

const counters: Counter[] = []
afterEach(async () => {
  for (const counter of counters.splice(0)) await counter.close()
})

async function aCounter(...of: Parameters<typeof Counter.with>): Promise<Counter> {
  const counter = await Counter.with(...of)
  counters.push(counter)
  await counter.signIn()
  return counter
}

const savedPages = async (counter: Counter, fileName: string) =>
  pdfText(counter.shell.files.get(fileName) ?? new Uint8Array())

const audited = async (counter: Counter) => {
  const rows = await counter.store.read.selectFrom('audit_entry').select('entry').orderBy('position').execute()
  const entries: { kind: string; subject: string }[] = rows.map(({ entry }) => JSON.parse(entry))
  return entries
    .filter(({ kind }) => kind === 'save-pdf' || kind === 'print-paper')
    .map(({ kind, subject }) => ({ kind, subject }))
}

test('a surat kuasa of a card has the owner and the address of the KK, is saved and noted; the NIK is for the owner to write', async () => {
  const counter = await aCounter({ cards: [aCard('a')] })
  const { saved, fileName } = await counter.get('paper.save', { paper: { kind: 'proxy-letter', id: 'a' } })
  expect({ saved, fileName }).toEqual({ saved: true, fileName: 'surat-kuasa-2026-11-24.pdf' })
  const [page] = await savedPages(counter, fileName)
  expect(page).toContain('Nama : Dewi Lestari Handayani NIK : Tempat/tanggal lahir')
  expect(page).toContain('Alamat : Jl. Contoh 1')
  expect(page).toContain('pada Kelurahan Ketabang')
  expect(page).not.toMatch(/\d{16}/)
  expect(await audited(counter)).toEqual([{ kind: 'save-pdf', subject: 'proxy-letter a' }])
})

test('for a child the giver is left open, the card is not', async () => {
  const counter = await aCounter({ cards: [aCard('b', { kind: 'kia', ownerName: 'Putri Handayani' })] })
  const { fileName } = await counter.get('paper.save', { paper: { kind: 'proxy-letter', id: 'b' } })
  const [page] = await savedPages(counter, fileName)
  expect(page).toContain('Nama : NIK :')
  expect(page).toContain('untuk mengambil KIA atas nama Putri Handayani')
})

test('an empty form needs no card', async () => {
  const counter = await aCounter({})
  const { pageCount, pages, fileName } = await counter.get('paper.preview', {
    paper: { kind: 'proxy-letter', id: null },
  })
  expect({ pageCount, fileName }).toEqual({ pageCount: 1, fileName: 'surat-kuasa-2026-11-24.pdf' })
  expect(
    Buffer.from(pages[0] ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG')
  expect(await audited(counter)).toEqual([])
})

test('a lost card is stated by who recorded its loss, with the parcel that brought it', async () => {
  const shipment = {
    id: 'ship-1',
    scope,
    number: '0417/BAK/SIOLA/2026',
    fromUnit: 'siola',
    state: 'received' as const,
    sentAt: '2026-11-20T01:00:00.000Z',
    courierName: 'Bambang',
    cardIds: ['a'],
    counts: [],
    lines: [],
  }
  const loss = {
    ...{ id: 'move-1', scope, cardId: 'a', kind: 'lost' as const, from: 'ready' as const, to: 'lost' as const },
    ...{ at: '2026-11-23T08:00:00.000Z', acceptedAt: null, staffId: 'fauzi', staffName: 'Ahmad Fauzi' },
    ...{ staffCode: 'KTB-F02', deviceCode: '02', number: '0001/SPM/2026', reason: 'Tidak ada di kotak A2.' },
    ...{ shipmentId: null, handoverId: null, flags: [] },
  }
  const counter = await aCounter({
    cards: [aCard('a', { state: 'lost', shipmentId: 'ship-1' })],
    changes: [change('shipment', shipment), change('movement', loss)],
  })
  const { fileName } = await counter.get('paper.save', { paper: { kind: 'lost-statement', id: 'a' } })
  const [page] = await savedPages(counter, fileName)
  expect(page).toContain('Nomor: 0001/SPM/2026')
  expect(page).toContain('Nama : Ahmad Fauzi Kode petugas : KTB-F02')
  expect(page).toContain('nomor 0417/BAK/SIOLA/2026 tanggal 20 November 2026')
  expect(page).toContain('Tidak ada di kotak A2.')
  expect(page).toContain('Surabaya, 23 November 2026')
})

test('labels come in the order asked for, from the free place of the sheet', async () => {
  const counter = await aCounter({ cards: [aCard('a', { ownerName: 'Satu' }), aCard('b', { ownerName: 'Dua' })] })
  const { fileName } = await counter.get('paper.save', {
    paper: { kind: 'label-sheet', cardIds: ['b', 'a'], start: 24 },
  })
  const pages = await savedPages(counter, fileName)
  expect(pages.map((page) => page.match(/Satu|Dua/g))).toEqual([['Dua'], ['Satu']])
  expect(await audited(counter)).toEqual([{ kind: 'save-pdf', subject: 'label-sheet 2' }])
})

test('a form of the catalogue is filled in from the own draft, without numbers; a draft or form that is not there makes none', async () => {
  const counter = await aCounter({})
  const { draftId } = await counter.get('intake.save-draft', { draftId: null, draft: aFiling })
  const asked = (of: object) => ({
    kind: 'statement' as const,
    form: 'F-1.07',
    service: 'KTP-ULANG',
    draft: null,
    ...of,
  })
  const { fileName } = await counter.get('paper.save', { paper: asked({ draft: { draftId, at: 0 } }) })
  const [page = ''] = await savedPages(counter, fileName)
  expect(page).toContain('SURAT KUASA')
  expect(page).toContain('Dewi Lestari')
  expect(page).toContain('untuk mengurus permohonan Cetak ulang KTP-el pada Kelurahan Ketabang')
  expect(page).not.toContain(applicantNik)
  expect(await audited(counter)).toEqual([{ kind: 'save-pdf', subject: 'statement F-1.07 KTP-ULANG' }])
  const refusals = [
    [{ draft: { draftId, at: 1 } }, 'draft-unknown'],
    [{ draft: { draftId, at: 0 }, service: 'KIA' }, 'draft-unknown'],
    [{ form: 'F-9.99' }, 'paper-unknown'],
    [{ service: 'NEVER-WAS' }, 'service-unknown'],
  ] as const
  for (const [of, code] of refusals)
    expect(await counter.ask('paper.preview', { paper: asked(of) })).toEqual({ ok: false, refusal: { code } })
})

test('a table of data is filled in from the own draft: who, when and what, with empty boxes for numbers', async () => {
  const counter = await aCounter({})
  const [mother, father] = [
    { name: 'Dewi Lestari', nik: applicantNik, kk: '3578010101190001', birthDate: '1990-04-12' },
    { name: 'Agus Setiawan', nik: '3578010311880002', kk: '3578010101190001', birthDate: '1988-11-03' },
  ]
  const child = { name: 'Putri Ayu', birthDate: '2026-11-18', birthPlace: 'Surabaya', sex: 'female' as const }
  const begun = {
    ...{ service: 'AK-LAHIR', doubts: [], collectionUnit: null, people: { child, mother, father } },
    answers: { applicantAs: 'father', parents: 'recorded', birthProof: 'letter', order: '1', weight: '3200' },
    requirements: {},
  }
  const { draftId } = await counter.get('intake.save-draft', {
    draftId: null,
    draft: { services: [begun], at: { service: 0, step: 'review' }, repairs: null },
  })
  const { fileName } = await counter.get('paper.save', {
    paper: { kind: 'statement', form: 'F-2.01', service: 'AK-LAHIR', draft: { draftId, at: 0 } },
  })
  const text = (await savedPages(counter, fileName)).join(' ')
  expect(text).toContain('FORMULIR PELAPORAN PENCATATAN SIPIL')
  expect(text).toContain('X Kelahiran')
  expect(text).toMatch(/DATA PELAPOR 1\. Nama lengkap : Agus Setiawan .* Pelapor, Agus Setiawan/)
  expect(text).toMatch(/DATA IBU 1\. Nama lengkap : Dewi Lestari .* 1 2 0 4 1 9 9 0/)
  expect(text).toMatch(/X Perempuan .* 1 8 1 1 2 0 2 6 .* 3 2 0 0/)
  // Digits in boxes stand apart from each other.
  for (const { nik, kk } of [mother, father]) expect(text.replaceAll(' ', '')).not.toMatch(new RegExp(`${nik}|${kk}`))
})

test('what is not known here makes no paper', async () => {
  const counter = await aCounter({})
  const unknown = { ok: false, refusal: { code: 'card-unknown' } }
  expect(await counter.ask('paper.preview', { paper: { kind: 'proxy-letter', id: 'x' } })).toEqual(unknown)
  expect(await counter.ask('paper.save', { paper: { kind: 'lost-statement', id: 'x' } })).toEqual(unknown)
  expect(await counter.ask('paper.save', { paper: { kind: 'label-sheet', cardIds: ['x'], start: 1 } })).toEqual(unknown)
  expect([...counter.shell.files]).toEqual([])
})

test('printing hands every page to the A4 printer, and is noted also where the printer would not', async () => {
  const counter = await aCounter({ cards: [aCard('a')] })
  const jobs: { printerName: string; widthMm: number; pages: number }[] = []
  let outcome: 'printed' | 'failed' | 'timed-out' = 'printed'
  Object.assign(counter.shell, {
    systemPrint: async ({
      printerName,
      widthMm,
      html = '',
    }: {
      printerName: string
      widthMm: number
      html?: string
    }) => {
      jobs.push({ printerName, widthMm, pages: html.match(/<img /g)?.length ?? 0 })
      return outcome
    },
  })
  const print = () =>
    counter.ask('paper.print', {
      paper: { kind: 'label-sheet', cardIds: Array.from({ length: 30 }, () => 'a'), start: 1 },
      printerName: 'Kantor',
    })
  expect(await print()).toEqual({ ok: true, value: { pageCount: 2 } })
  expect(jobs).toEqual([{ printerName: 'Kantor', widthMm: 210, pages: 2 }])
  outcome = 'failed'
  expect(await print()).toMatchObject({ refusal: { code: 'printer-unreachable', details: { why: 'spooler-refused' } } })
  outcome = 'timed-out'
  expect(await print()).toMatchObject({ refusal: { code: 'printer-stalled' } })
  expect(await audited(counter)).toEqual(Array(3).fill({ kind: 'print-paper', subject: 'label-sheet 30' }))
})
