import type { Briefing } from '@/payload-types'
import { seededRandom } from '../seeded-random'
import type { TestPayload } from '../test-payload'
import { memberText } from './member-text'
import { PLANTED_WORDS } from './words'
import type { Subjects } from './world'

type Payload = TestPayload['payload']

const EACH = 4
const YEAR = 365 * 24 * 60 * 60 * 1000

/** An item whose public part holds planted words too: it must not be known of at all. */
const planted = (subjects: Subjects, number: number): Partial<Briefing> => {
  const random = seededRandom(5000 + number)
  const { keyPoints, body } = memberText(random, true)
  return {
    reference: `PLANTED-${number}`,
    title: random.picks(4, PLANTED_WORDS).join(' '),
    summary: random.picks(12, PLANTED_WORDS).join(' '),
    type: 'briefing',
    topics: [random.pick(subjects.topics)],
    authors: [subjects.author],
    publishedAt: '2021-02-03T09:00:00.000Z',
    keyPoints,
    body,
  }
}

/**
 * Puts planted words where no reader may know of them: drafts, drafts upon what is published, items of the future, and
 * items that were searched for a while and then withdrawn, put off or deleted.
 */
export async function plantAround(
  payload: Payload,
  subjects: Subjects,
  published: readonly Briefing[],
  index: () => Promise<unknown>,
): Promise<void> {
  let number = 0
  const make = (rest: Partial<Briefing>) => {
    number += 1
    const data = { ...planted(subjects, number), ...rest } as Briefing
    return payload.create({ collection: 'briefings', overrideAccess: true, data })
  }
  const change = (id: string, data: Partial<Briefing>, draft = false) =>
    payload.update({ collection: 'briefings', id, data, draft, overrideAccess: true })
  const future = new Date(Date.now() + YEAR).toISOString()

  for (let round = 0; round < EACH; round += 1) {
    await make({ _status: 'draft' })
    await make({ _status: 'published', publishedAt: future })
    const { title = '', summary = '', body } = planted(subjects, 100 + round)
    const upon = { title, summary, body, _status: 'draft' } as const
    await change(published[round * 5]?.id ?? '', upon, true)
  }

  const passing: Briefing[] = []
  for (let round = 0; round < 3 * EACH; round += 1) {
    passing.push(await make({ _status: 'published' }))
  }
  await index()
  for (const [at, { id }] of passing.entries()) {
    if (at % 3 === 0) await change(id, { _status: 'draft' })
    if (at % 3 === 1) await change(id, { publishedAt: future })
    if (at % 3 === 2) await payload.delete({ collection: 'briefings', id, overrideAccess: true })
  }
  await index()
}
