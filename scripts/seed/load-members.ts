import type { Payload } from 'payload'
import { ensure, Ids } from './ensure'
import type { Frame } from './load-frame'
import type { Content } from './read-content'

const WORDING = 'Demonstration content: this subscription was made by the seed.'

type MemberFile = Content['members'][number]

async function subscribe(
  payload: Payload,
  member: string,
  { status, topics }: NonNullable<MemberFile['bulletin']>,
  frame: Frame,
  now: Date,
): Promise<void> {
  const topicIds = frame.topics.all(topics)
  await ensure(payload, ['consent-events', 'memberId', member], () =>
    payload.create({
      collection: 'consent-events',
      overrideAccess: true,
      data: {
        memberId: member,
        action: 'subscribed',
        at: now.toISOString(),
        madeThrough: 'seed',
        wording: WORDING,
        topics: topicIds,
      },
    }),
  )
  await ensure(payload, ['subscriptions', 'member', member], () =>
    payload.create({
      collection: 'subscriptions',
      overrideAccess: true,
      data: { member, status, topics: topicIds },
    }),
  )
}

/** The members, and what each receives in the Bulletin, with their consent on record. Safe to repeat. */
export async function loadMembers(
  payload: Payload,
  content: Content,
  frame: Frame,
  now: Date,
): Promise<Ids> {
  const ids = new Ids()
  for (const { email, name, jobTitle, isManager, bulletin, ...file } of content.members) {
    const organisation = frame.organisations.of(file.organisation)
    const data = { email, name, jobTitle, isManager, organisation }
    const create = () => payload.create({ collection: 'members', overrideAccess: true, data })
    const id = await ensure(payload, ['members', 'email', email], create)
    ids.set(email, id)
    if (bulletin) await subscribe(payload, id, bulletin, frame, now)
  }
  return ids
}
