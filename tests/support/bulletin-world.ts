import type { Payload } from 'payload'
import { markEnabled } from '@/bulletin/first-start'
import { setSubscription } from '@/bulletin/subscriptions'
import type { Article, Briefing, Member, Organisation, Topic } from '@/payload-types'

const DAY = 24 * 60 * 60 * 1000

const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString()

export type BulletinWorld = {
  readonly housing: Topic
  readonly crime: Topic
  readonly council: Organisation
  readonly lapsedCouncil: Organisation
}

/** Two topics, an organisation with membership and one without, and the Bulletin in use. */
export async function makeBulletinWorld(payload: Payload): Promise<BulletinWorld> {
  const topic = (name: string) =>
    payload.create({ collection: 'topics', overrideAccess: true, data: { name } })
  const organisation = (name: string, membershipTo: string) =>
    payload.create({
      collection: 'organisations',
      overrideAccess: true,
      data: { name, kind: 'council', membershipFrom: inDays(-400), membershipTo },
    })
  await markEnabled(payload, new Date())
  return {
    housing: await topic('Housing'),
    crime: await topic('Crime'),
    council: await organisation('Anytown Council', inDays(365)),
    lapsedCouncil: await organisation('Lapsed Council', inDays(-30)),
  }
}

export const publishBriefing = (
  payload: Payload,
  data: Pick<Briefing, 'title'> & Partial<Briefing>,
): Promise<Briefing> =>
  payload.create({
    collection: 'briefings',
    overrideAccess: true,
    data: {
      summary: `What ${data.title} gives.`,
      type: 'briefing',
      _status: 'published',
      publishedAt: inDays(-1),
      ...data,
    },
  })

export const publishArticle = (
  payload: Payload,
  data: Pick<Article, 'title'> & Partial<Article>,
): Promise<Article> =>
  payload.create({
    collection: 'articles',
    overrideAccess: true,
    data: {
      summary: `What ${data.title} says.`,
      _status: 'published',
      publishedAt: new Date().toISOString(),
      ...data,
    },
  })

export const addMember = (
  payload: Payload,
  name: string,
  organisation: Organisation,
): Promise<Member> =>
  payload.create({
    collection: 'members',
    overrideAccess: true,
    data: { name, email: `${name}@example.org`, organisation: organisation.id },
  })

/** A member who has asked for the Bulletin on these topics. */
export async function addReader(
  payload: Payload,
  name: string,
  organisation: Organisation,
  topics: readonly Topic[],
): Promise<Member> {
  const member = await addMember(payload, name, organisation)
  await setSubscription({
    payload,
    memberId: member.id,
    status: 'active',
    topicIds: topics.map(({ id }) => id),
    madeThrough: 'account',
    wording: 'Send me the Bulletin.',
    now: new Date(),
  })
  return member
}
