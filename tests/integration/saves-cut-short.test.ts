import { setTimeout } from 'node:timers/promises'
import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readKeptWork } from '@/briefings/working-copies'
import type { Briefing } from '@/payload-types'
import { repairTornSaves } from '@/repair/repair-torn-saves'
import { indexPublished } from '@/search/index-published'
import { makeSearchEngine } from '@/search/make-search-engine'
import { bundleProgram, startCommand } from '../support/bundled-command'
import type { SavingPlan } from '../support/saving-program'
import { searchRequest } from '../support/search-documents'
import { seededRandom } from '../support/seeded-random'
import { openTestPayload, type TestPayload } from '../support/test-payload'

/** Of each kind of save. `npm run test:long` asks for more. */
const KILLS = Number(process.env.SAVING_KILLS ?? 6)
const LONGEST_MS = 400
const WITHIN = { timeout: 300_000 + KILLS * 30_000 }

const random = seededRandom(20261127)

let test: TestPayload
let program: string
let plan: Omit<SavingPlan, 'act' | 'briefingId'>

beforeAll(async () => {
  test = await openTestPayload()
  program = await bundleProgram('tests/support/saving-program.ts')
  const make = async (collection: 'topics' | 'sources' | 'staff', data: object) => {
    const row = await test.payload.create({ collection, overrideAccess: true, data: data as never })
    return row.id
  }
  plan = {
    from: 1,
    staffId: await make('staff', {
      name: 'Somebody',
      email: 'somebody@desk.example',
      password: 'a long enough pass phrase',
      role: 'officer',
    }),
    sources: [
      await make('sources', { title: 'The even report', type: 'research' }),
      await make('sources', { title: 'The odd report', type: 'research' }),
    ],
    topics: [await make('topics', { name: 'Even' }), await make('topics', { name: 'Odd' })],
  }
})
afterAll(async () => {
  await rm(program, { force: true })
  await test.close()
})

type Killed = { readonly acknowledged: number; readonly drafted: ReadonlyMap<number, string> }

/** Starts the program and kills it at an instant that chance names. */
async function killWhile(
  act: SavingPlan['act'],
  briefingId: string,
  from: number,
): Promise<Killed> {
  const running = startCommand(program, [JSON.stringify({ ...plan, act, briefingId, from })], {
    DATA_DIR: test.dataDir,
    DATABASE_URI: test.settings.database.uri,
    PAYLOAD_SECRET: test.settings.secret,
  })
  await running.says(`done ${from}`)
  await setTimeout(random.fraction() * LONGEST_MS)
  await running.kill()
  const { signal, said } = await running.ended
  expect(signal, said).toBe('SIGKILL')
  const lines = [...said.matchAll(/^drafted (\d+) (\S+)$/gm)]
  return {
    acknowledged: Number([...said.matchAll(/^done (\d+)$/gm)].at(-1)?.[1]),
    drafted: new Map(lines.map(([, step, id]) => [Number(step), id ?? ''])),
  }
}

const stepOf = ({ title }: { readonly title: string }): number => Number(title.replace('Step ', ''))

/** Every part of a briefing as the step of its title wrote it. */
function expectWhole(briefing: Briefing): void {
  const step = stepOf(briefing)
  expect(briefing).toMatchObject({
    summary: `The summary of step ${step}.`,
    keyPoints: [{ text: `Point one of step ${step}.` }, { text: `Point two of step ${step}.` }],
    sources: [plan.sources[step % 2]],
    topics: [plan.topics[step % 2]],
  })
  const body = JSON.stringify(briefing.body)
  expect(body).toContain(`Heading of step ${step}`)
  expect(body).toContain(`The words of step ${step}.`)
}

async function newDraft(title: string): Promise<string> {
  const { id } = await test.payload.create({
    collection: 'briefings',
    overrideAccess: true,
    draft: true,
    data: { title, slug: title.toLowerCase().replaceAll(' ', '-'), type: 'briefing' },
  })
  return id
}

const find = (id: string, draft: boolean) =>
  test.payload.findByID({ collection: 'briefings', id, draft, depth: 0, overrideAccess: true })

it('keeps whole what was typed and said to be kept, however the process ends', WITHIN, async () => {
  const id = await newDraft('Typed into')
  let from = 1
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { acknowledged } = await killWhile('keep', id, from)
    const kept = await readKeptWork(test.payload, plan.staffId, id)
    expectWhole(kept?.content as unknown as Briefing)
    expect(kept?.title).toBe(kept?.content.title)
    expect(stepOf(kept!)).toBeOneOf([acknowledged, acknowledged + 1])
    from = acknowledged + 2
  }
})

it('keeps whole what was saved as a draft, and shows no reader any of it', WITHIN, async () => {
  const id = await newDraft('Saved into')
  let from = 1
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { acknowledged } = await killWhile('save a draft', id, from)
    await repairTornSaves(test.payload, 0)
    const draft = await find(id, true)
    expectWhole(draft)
    expect(stepOf(draft)).toBeOneOf([acknowledged, acknowledged + 1])
    expect(await find(id, false)).toMatchObject({ title: 'Saved into', _status: 'draft' })
    expect(await repairTornSaves(test.payload, 0)).toEqual([])
    from = acknowledged + 2
  }
})

it('shows readers one publication or the next, never parts of two', WITHIN, async () => {
  const id = await newDraft('Published into')
  let from = 1
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { acknowledged } = await killWhile('publish', id, from)
    await repairTornSaves(test.payload, 0)
    const [published, draft] = [await find(id, false), await find(id, true)]
    expectWhole(published)
    expect(published._status).toBe('published')
    expect(stepOf(published)).toBeOneOf([acknowledged, acknowledged + 1])
    expect(draft).toMatchObject({ title: published.title, topics: published.topics })
    expect(await repairTornSaves(test.payload, 0)).toEqual([])
    from = acknowledged + 2
  }
})

it(
  'finds in the search what was published for the first time, and nothing that was not',
  WITHIN,
  async () => {
    let from = 101
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { acknowledged, drafted } = await killWhile('publish for the first time', '', from)
      await repairTornSaves(test.payload, 0)
      const engine = makeSearchEngine(test.settings)
      await indexPublished({ payload: test.payload, engine, now: new Date() })
      for (const [step, id] of drafted) {
        const [published, draft] = [await find(id, false), await find(id, true)]
        expectWhole(draft)
        if (step <= acknowledged) expect(published._status).toBe('published')
        const { hits } = await engine.search('members', searchRequest(`"words of step ${step}"`))
        const isFound = hits.some((hit) => hit.id === id)
        expect(isFound, `step ${step} of ${acknowledged}`).toBe(published._status === 'published')
      }
      await engine.close()
      from = acknowledged + 2
    }
  },
)
