import { makeMeasuredCouncil } from './measured-council'
import type { Payload } from 'payload'
import { startSession } from '@/members/sessions'
import type { Briefing } from '@/payload-types'
import { runCommand } from '../command/run-command'
import { AUTHORS, makeBriefing, type MadeBriefing, SERIES, TOPICS } from './make-briefing'
import { readVocabulary } from './vocabulary'

const HELP = `fill-archive --briefings N

Fills an empty database with N made-up briefings and one active member, for measuring only. With --json it answers the
token of that member's session.`

/** A worker that starts looks at the newest hundred rows for saves cut short: those need their version. */
const WITH_VERSIONS = 150

async function makeSubjects(payload: Payload, names: readonly string[]) {
  const named = (from: number, count: number) => names.slice(from, from + count)
  const ids = async (collection: 'topics' | 'series', list: readonly string[]) => {
    const made: string[] = []
    for (const name of list) {
      made.push((await payload.create({ collection, overrideAccess: true, data: { name } })).id)
    }
    return made
  }
  const authors: string[] = []
  for (const [number, name] of named(TOPICS + SERIES, AUTHORS).entries()) {
    const data = {
      name: `${name} officer`,
      role: 'officer' as const,
      email: `officer-${number}@signpost.example`,
      password: 'a long enough password',
    }
    authors.push((await payload.create({ collection: 'staff', overrideAccess: true, data })).id)
  }
  return {
    topics: await ids('topics', named(0, TOPICS)),
    series: await ids('series', named(TOPICS, SERIES)),
    authors,
  }
}

type Subjects = Awaited<ReturnType<typeof makeSubjects>>

function rowOf(made: MadeBriefing, subjects: Subjects): Record<string, unknown> {
  const { topicNumbers, seriesNumber, authorNumber, at, ...rest } = made
  return {
    ...rest,
    topics: [...new Set(topicNumbers.map((topic) => subjects.topics[topic]))],
    series: seriesNumber === null ? null : subjects.series[seriesNumber],
    authors: [subjects.authors[authorNumber]],
    publishedAt: at,
    firstPublishedAt: at,
    createdAt: at,
    updatedAt: at,
    edition: 1,
    announceFrom: 2,
    caseStudyCount: 0,
    sourceCount: 0,
    _status: 'published',
  }
}

async function writeVersion(payload: Payload, id: string, row: Record<string, unknown>) {
  await payload.db.createVersion({
    collectionSlug: 'briefings',
    parent: id,
    autosave: false,
    createdAt: String(row.createdAt),
    updatedAt: String(row.updatedAt),
    versionData: row as never,
  })
}

/** An active member of an organisation, and the token of their session. */
async function signInAMember(payload: Payload, now: Date): Promise<string> {
  const organisation = await makeMeasuredCouncil(payload)
  const member = await payload.create({
    collection: 'members',
    overrideAccess: true,
    data: { email: 'reader@council.example', name: 'A reader', organisation: organisation.id },
  })
  return (await startSession({ payload, memberId: member.id, now })).token
}

await runCommand({ help: HELP, options: { briefings: { type: 'string' } } }, async (command) => {
  const count = Number(command.values.briefings)
  const payload = await command.payload()
  const vocabulary = readVocabulary()
  const subjects = await makeSubjects(payload, vocabulary.telling)
  const newest = (number: number) => number % 6000 >= Math.min(count, 6000) - WITH_VERSIONS
  for (let number = 0; number < count; number += 1) {
    const row = rowOf(makeBriefing(vocabulary, number), subjects)
    const { id } = (await payload.db.create({
      collection: 'briefings',
      data: { ...row },
    })) as Briefing
    if (newest(number)) await writeVersion(payload, id, row)
    command.progress(`Briefings written: ${number + 1} of ${count}`)
  }
  const token = await signInAMember(payload, new Date())
  command.say(`The database holds ${count} briefings, in words of ${vocabulary.source}.`)
  command.answer({ ok: true, briefings: count, words: vocabulary.source, token })
})
