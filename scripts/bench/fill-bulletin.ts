import { makeMeasuredCouncil } from './measured-council'
import type { Payload } from 'payload'
import { markEnabled } from '@/bulletin/first-start'
import { openIssue } from '@/bulletin/open-issue'
import { runIssue } from '@/bulletin/run-issue'
import { makeMailer } from '@/mail/make-mailer'
import { startSession } from '@/members/sessions'
import type { Briefing } from '@/payload-types'
import { type Command, runCommand } from '../command/run-command'
import { makeBriefing } from './make-briefing'
import { findsNothing } from './finds-nothing'
import { readVocabulary } from './vocabulary'

const HELP = `fill-bulletin --members N

Fills an empty database with twelve new briefings and N members who are owed all of them, and enrols them in an issue
of which nothing is sent yet. For measuring only. With --json it answers the issue's key, how long enrolment took and
the token of a member's session.`

const OPTIONS = { members: { type: 'string' } } as const
const BRIEFINGS = 12
/** Each briefing is on all of them, so that whoever follows any of them gets all twelve. */
const TOPIC_NAMES = ['Children', 'Crime', 'Health', 'Housing', 'Poverty']
/** The choices there are among five topics, none included, which means all: as many bodies are composed. */
const CHOICES = 2 ** TOPIC_NAMES.length

async function publishBriefings(payload: Payload, topics: string[], now: Date): Promise<void> {
  const vocabulary = readVocabulary()
  for (let number = 0; number < BRIEFINGS; number += 1) {
    const { title, summary, body, keyPoints } = makeBriefing(vocabulary, number)
    await payload.create({
      collection: 'briefings',
      overrideAccess: true,
      data: {
        title,
        summary,
        body: body as unknown as Briefing['body'],
        keyPoints,
        topics,
        type: 'briefing',
        _status: 'published',
        publishedAt: new Date(now.getTime() - 60_000).toISOString(),
      },
    })
  }
}

async function makeTopics(payload: Payload): Promise<string[]> {
  const ids: string[] = []
  for (const name of TOPIC_NAMES) {
    const topic = await payload.create({
      collection: 'topics',
      overrideAccess: true,
      data: { name },
    })
    ids.push(topic.id)
  }
  return ids
}

async function addReaders({ payload: open, progress }: Command<typeof OPTIONS>, count: number) {
  const payload = await open()
  const topics = await makeTopics(payload)
  const organisation = await makeMeasuredCouncil(payload)
  let first = ''
  for (let number = 0; number < count; number += 1) {
    const email = `reader-${number}@council.example`
    const data = { email, name: `Reader ${number}`, organisation: organisation.id }
    const { id } = (await payload.db.create({ collection: 'members', data })) as { id: string }
    const followed = topics.filter((_, index) => ((number % CHOICES) >> index) & 1)
    await payload.db.create({
      collection: 'subscriptions',
      data: { member: id, status: 'active', topics: followed },
    })
    first ||= id
    progress(`Members written: ${number + 1} of ${count}`)
  }
  return { topics, first }
}

await runCommand({ help: HELP, options: OPTIONS }, async (command) => {
  const payload = await command.payload()
  const settings = await command.settings()
  const now = new Date()
  await markEnabled(payload, now)
  const { topics, first } = await addReaders(command, Number(command.values.members))
  await publishBriefings(payload, topics, now)
  const { key } = await openIssue({ payload, settings, now })
  command.progress('Enrolling …')
  const begun = performance.now()
  const mailer = makeMailer(settings)
  // With no connection all is done that comes before the first mail.
  await runIssue({
    payload,
    settings,
    mailer,
    issueKey: key,
    findsAmong: findsNothing,
    clock: () => new Date(),
    connections: 0,
  })
  await mailer.close()
  const enrolledMs = Math.round(performance.now() - begun)
  const { token } = await startSession({ payload, memberId: first, now })
  command.say(`${key} is enrolled.`)
  command.answer({ issueKey: key, enrolledMs, token })
})
