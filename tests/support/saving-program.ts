/**
 * Saves one step after another, as somebody at the desk does, until it is killed. Every step says the same number in each
 * part of the briefing, so that a part of another step is seen. Says each step once it is acknowledged.
 */
import { writeSync } from 'node:fs'
import config from '@payload-config'
import { getPayload } from 'payload'
import { keepWork } from '@/briefings/working-copies'
import type { Staff } from '@/payload-types'
import { lexicalBody } from './lexical'

export type SavingPlan = {
  readonly act: 'keep' | 'save a draft' | 'publish' | 'publish for the first time'
  readonly briefingId: string
  readonly staffId: string
  /** The sources and topics of even and odd steps. */
  readonly sources: readonly [string, string]
  readonly topics: readonly [string, string]
  readonly from: number
}

const plan = JSON.parse(process.argv[2] ?? '{}') as SavingPlan
const say = (words: string) => writeSync(1, `${words}\n`)

const payload = await getPayload({ config })
const staff: Staff = await payload.findByID({
  collection: 'staff',
  id: plan.staffId,
  overrideAccess: true,
})

const contentOf = (step: number) => ({
  title: `Step ${step}`,
  summary: `The summary of step ${step}.`,
  keyPoints: [{ text: `Point one of step ${step}.` }, { text: `Point two of step ${step}.` }],
  body: lexicalBody({ heading: `Heading of step ${step}` }, `The words of step ${step}.`),
  sources: [plan.sources[step % 2] ?? ''],
  topics: [plan.topics[step % 2] ?? ''],
})

const draft = (step: number, id: string) =>
  payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    draft: true,
    data: { ...contentOf(step), _status: 'draft' } as never,
  })

const publish = (step: number, id: string) =>
  payload.update({
    collection: 'briefings',
    id,
    overrideAccess: true,
    data: { ...contentOf(step), _status: 'published' } as never,
  })

async function take(step: number): Promise<void> {
  const { act, briefingId } = plan
  if (act === 'keep') {
    const content = contentOf(step)
    const now = new Date()
    await keepWork(payload, { staff, document: briefingId, startedFrom: null, content, now })
  } else if (act === 'save a draft') {
    await draft(step, briefingId)
  } else if (act === 'publish') {
    await publish(step, briefingId)
  } else {
    const { id } = await payload.create({
      collection: 'briefings',
      overrideAccess: true,
      draft: true,
      data: { ...contentOf(step), slug: `step-${step}`, type: 'briefing' } as never,
    })
    say(`drafted ${step} ${id}`)
    await publish(step, id)
  }
}

say('ready')
for (let step = plan.from; ; step += 1) {
  await take(step)
  say(`done ${step}`)
}
