import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { readSubscription } from '@/bulletin/subscriptions'
import { Button } from '@/components/button'
import { LongDate } from '@/components/date'
import type { Choice } from '@/components/form'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import type { Subscription } from '@/payload-types'
import type { TopicNode } from '@/topics/topic-tree'
import { signOutEverywhere } from './actions'
import { choiceOf } from './bulletin-choice'
import { BulletinForm } from './bulletin-form'
import { DetailsForm } from './details-form'
import { LapseNotice, Membership } from './membership'
import { signedInMember } from './signed-in-member'

export const metadata: Metadata = { title: 'Your account', robots: { index: false } }

const choicesOf = (nodes: readonly TopicNode[], level = 0): Choice[] =>
  nodes.flatMap((node) => [
    { value: node.id, label: node.name, level },
    ...choicesOf(node.children, level + 1),
  ])

export default async function AccountPage() {
  const { member } = await signedInMember()
  const now = new Date()
  const [subscription, topics] = await Promise.all([
    readSubscription({ payload: await thePayload(), memberId: member.id }),
    theTopicTree(now),
  ])
  const organisation = typeof member.organisation === 'object' ? member.organisation : null
  return (
    <Page title="Your account" lead={`Signed in as ${member.email}`}>
      {organisation ? <LapseNotice organisation={organisation} now={now} /> : null}
      <Section title="Bulletin">
        <BulletinStanding subscription={subscription} />
        <BulletinForm
          choice={choiceOf(subscription)}
          topics={choicesOf(topics)}
          isPaused={subscription?.status === 'paused'}
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
        <DetailsForm name={member.name} jobTitle={member.jobTitle ?? ''} />
        <p className="mt-6 font-sans text-ui text-quiet">
          Has your e-mail address changed?{' '}
          <a href="/contact" className="plain-link">
            Write to us
          </a>{' '}
          and we change it, once we know that it is yours.
        </p>
      </Section>
      {organisation ? (
        <Section title="Membership">
          <Membership organisation={organisation} now={now} />
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
          “Everywhere” ends your sessions on all devices. You can sign in again at any time.
        </p>
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
function BulletinStanding({ subscription }: { readonly subscription: Subscription | null }) {
  if (subscription?.status === 'bounced') {
    return (
      <StandingNotice>
        Mail to your address came back, so we stopped sending. If it works again, tick the box and
        save.
      </StandingNotice>
    )
  }
  if (subscription?.status !== 'paused' || !subscription.pausedUntil) return null
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
