import type { Metadata } from 'next'
import type { Payload } from 'payload'
import type { ReactNode } from 'react'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { isReceiving } from '@/bulletin/follow'
import { isPaused } from '@/bulletin/is-paused'
import { type FollowedThing, listFollowed } from '@/bulletin/list-followed'
import { readSubscription } from '@/bulletin/subscriptions'
import { NO_WISHES, wishesOf } from '@/bulletin/wishes'
import { Button } from '@/components/button'
import { LongDate } from '@/components/date'
import type { Choice } from '@/components/form'
import { EmailAddress } from '@/components/e-mail-address'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { pendingAddress } from '@/members/address/pending-change'
import type { Subscription } from '@/payload-types'
import type { TopicNode } from '@/topics/topic-tree'
import { ActionForm } from '../action-form'
import { saveDetails, signOutEverywhere } from './actions'
import { BounceNotice, BulletinIsOn } from './bounce-notice'
import { choiceOf } from './bulletin-choice'
import { BulletinForm } from './bulletin-form'
import { Following } from './following'
import { LapseNotice, LeftNotice, Membership, Welcome } from './membership'
import { signedInMember } from './signed-in-member'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

const choicesOf = (nodes: readonly TopicNode[], level = 0): Choice[] =>
  nodes.flatMap((node) => [
    { value: node.id, label: node.name, level },
    ...choicesOf(node.children, level + 1),
  ])

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What the member has just let go of, by the address they were sent to, unless they follow it again. */
async function letGoOf(
  payload: Payload,
  asked: Awaited<Props['searchParams']>,
  things: readonly FollowedThing[],
): Promise<FollowedThing | null> {
  const { kind, letgo: id } = asked
  if (typeof id !== 'string' || things.some((thing) => thing.id === id)) return null
  const wishes =
    kind === 'series' ? { series: [id], briefings: [] } : { series: [], briefings: [id] }
  const [thing] = await listFollowed(payload, wishes)
  return thing?.url ? thing : null
}

export default async function AccountPage({ searchParams }: Props) {
  const { member } = await signedInMember()
  const now = new Date()
  const payload = await thePayload()
  const asked = await searchParams
  const [subscription, topics, pending] = await Promise.all([
    readSubscription({ payload, memberId: member.id }),
    theTopicTree(now),
    pendingAddress({ payload, memberId: member.id, now }),
  ])
  const wishes = isReceiving(subscription) ? wishesOf(subscription) : NO_WISHES
  const things = await listFollowed(payload, wishes)
  const organisation = typeof member.organisation === 'object' ? member.organisation : null
  return (
    <Page
      title="Your account"
      lead={
        <>
          Signed in as <EmailAddress address={member.email} />
        </>
      }
    >
      {asked.joined === 'yes' ? <Welcome /> : null}
      {subscription?.status === 'bounced' ? <BounceNotice address={member.email} /> : null}
      {subscription?.status === 'active' && asked.bulletin === 'on' ? (
        <BulletinIsOn address={member.email} />
      ) : null}
      {member.leftAt ? <LeftNotice because={member.leftBecause} /> : null}
      {organisation && !member.leftAt ? (
        <LapseNotice organisation={organisation} now={now} />
      ) : null}
      <Section title="Bulletin">
        <BulletinStanding subscription={subscription} now={now} />
        <BulletinForm choice={choiceOf(subscription, now)} topics={choicesOf(topics)} />
        <Following
          things={things}
          gone={await letGoOf(payload, asked, things)}
          isFull={asked.full === 'yes'}
        />
      </Section>
      <Section title="Your searches and reading">
        <ul className="space-y-3 font-sans text-ui">
          <li>
            <a href="/account/saved-searches" className="plain-link">
              Saved searches
            </a>
            : the searches you keep, whose new finds come with your Bulletin
          </li>
          <li>
            <a href="/account/reading-list" className="plain-link">
              Reading list
            </a>
            : what you mean to read, and what you read lately
          </li>
        </ul>
      </Section>
      <Section title="Your details">
        <ActionForm
          action={saveDetails}
          fields={[
            { name: 'name', label: 'Name', autoComplete: 'name', value: member.name },
            {
              name: 'jobTitle',
              label: 'Job title',
              autoComplete: 'organization-title',
              isOptional: true,
              value: member.jobTitle ?? '',
            },
          ]}
          button="Save details"
          busy="Saving …"
          isQuiet
        />
        <p className="mt-6 font-sans text-ui">
          <a href="/account/address" className="plain-link">
            Change your e-mail address
          </a>
          {pending ? (
            <>
              : you have asked to move to <EmailAddress address={pending} />
            </>
          ) : null}
        </p>
      </Section>
      {organisation ? (
        <Section title="Membership">
          <Membership organisation={organisation} now={now} />
          {member.isManager && !member.leftAt ? (
            <p className="mt-4 font-sans text-ui">
              <a href="/account/organisation" className="plain-link">
                Look after your organisation’s members
              </a>
            </p>
          ) : null}
        </Section>
      ) : null}
      <Section title="Signing out">
        <div className="flex flex-wrap gap-3">
          <form action="/sign-out" method="post">
            <Button kind="quiet">Sign out</Button>
          </form>
          <form action={signOutEverywhere}>
            <Button kind="quiet">Sign out everywhere</Button>
          </form>
        </div>
        <p className="mt-4 font-sans text-ui text-quiet">
          “Everywhere” ends your sessions on all devices. You can sign in again at any time.{' '}
          <a href="/account/sessions" className="plain-link">
            See where you are signed in
          </a>
          .
        </p>
      </Section>
      <Section title="Your data">
        <ul className="space-y-3 font-sans text-ui">
          <li>
            <a href="/account/export" className="plain-link">
              Take your data with you
            </a>
            : a file with all that we hold about you
          </li>
          <li>
            <a href="/account/erase" className="plain-link">
              Erase your account
            </a>
          </li>
        </ul>
      </Section>
    </Page>
  )
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className="mb-12 border-t border-rule pt-6">
    <h2 className="mb-5 font-serif text-xl font-semibold">{title}</h2>
    {children}
  </section>
)

/** Why no Bulletin comes although it may once have been asked for. */
function BulletinStanding({
  subscription,
  now,
}: {
  readonly subscription: Subscription | null
  readonly now: Date
}) {
  if (subscription?.status === 'complained') {
    return (
      <StandingNotice>
        Your mail provider told us that you marked the Bulletin as unwanted, so we stopped it. If
        that was a mistake, tick the box and save.
      </StandingNotice>
    )
  }
  if (!subscription?.pausedUntil || !isPaused(subscription, now)) return null
  return (
    <StandingNotice>
      Your Bulletin is paused until <LongDate value={subscription.pausedUntil} />.
    </StandingNotice>
  )
}

const StandingNotice = ({ children }: { readonly children: ReactNode }) => (
  <div className="mb-6">
    <Notice tone="warning">
      <p>{children}</p>
    </Notice>
  </div>
)
