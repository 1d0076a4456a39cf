import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { LINK_METADATA, tooManyLooks, UnknownLink } from '@/app/link-page'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { isReceiving } from '@/bulletin/follow'
import { isPaused } from '@/bulletin/is-paused'
import { type FollowedThing, listFollowed } from '@/bulletin/list-followed'
import { type LinkedReader, readerByToken } from '@/bulletin/reader-link'
import { canUndo } from '@/bulletin/undo-choice'
import { PREFERENCE_WORDS } from '@/bulletin/wording'
import { CheckboxGroup, type Choice } from '@/components/form'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { settings } from '@/config/settings'
import { toLongDate } from '@/lib/london-time'
import type { TopicNode } from '@/topics/topic-tree'
import { FollowedList } from '../../../following/followed-list'
import { ScopeChoice } from '../../../following/scope-choice'
import { Act } from './act'
import { DONE, isDone } from './done'

type Props = {
  readonly params: Promise<{ token: string }>
  readonly searchParams: Promise<{ done?: string | string[] }>
}

const TITLE = 'Your Bulletin'

export const metadata: Metadata = { title: TITLE, ...LINK_METADATA }

const choicesOf = (nodes: readonly TopicNode[], level = 0): Choice[] =>
  nodes.flatMap((node) => [
    { value: node.id, label: node.name, level },
    ...choicesOf(node.children, level + 1),
  ])

type Standing = {
  readonly reader: LinkedReader
  readonly token: string
  readonly done: keyof typeof DONE | null
  readonly isUndoable: boolean
  readonly now: Date
}

function standingOf(reader: LinkedReader, now: Date): string | null {
  const { status, pausedUntil } = reader
  if (status === 'active') return null
  if (status === 'pending') return 'You have not yet said that you want the Bulletin.'
  if (status !== 'paused') return 'You do not get the Bulletin.'
  if (!isPaused(reader, now)) return null
  return `Your Bulletin is paused${pausedUntil ? ` until ${toLongDate(pausedUntil)}` : ''}.`
}

const isStopped = ({ status }: LinkedReader): boolean =>
  status === 'bounced' || status === 'complained'

/** Stopped for what came back: only the owner of the address, signed in, can start it again. */
const Stopped = () => (
  <div className="mb-8">
    <Notice tone="warning" title="Your Bulletin is stopped">
      <p>
        Our mail to you came back, or was marked as unwanted.{' '}
        <a href="/sign-in?next=/account" className="plain-link">
          Sign in
        </a>{' '}
        to start it again.
      </p>
    </Notice>
  </div>
)

/** What is held back has not been done: an address that must not be mailed stays as it is. */
const hasHappened = (done: unknown, reader: LinkedReader): boolean =>
  isReceiving(reader) || (done !== 'resume' && done !== 'save' && done !== 'confirmed')

/** Where the reader stands, what has just been done, and the way back. */
function Standing({ reader, token, done, isUndoable, now }: Standing) {
  if (isStopped(reader)) return <Stopped />
  const standing = standingOf(reader, now)
  if (!done && !standing) return null
  return (
    <div className="mb-8 space-y-4">
      {done ? (
        <Notice tone="good">
          <p>{DONE[done]}</p>
          {isUndoable && done !== 'confirmed' ? (
            <Act token={token} act="undo" label="Undo" />
          ) : null}
        </Notice>
      ) : null}
      {standing ? (
        <Notice>
          <p>{standing}</p>
          <Act token={token} act="resume" label="Get it">
            <p className="mb-2">{PREFERENCE_WORDS.resume}</p>
          </Act>
        </Notice>
      ) : null}
    </div>
  )
}

const Section = ({ id, title, children }: { id?: string; title: string; children: ReactNode }) => (
  <section id={id} className="mb-10 border-t border-rule pt-6">
    <h2 className="mb-4 font-serif text-xl font-semibold">{title}</h2>
    {children}
  </section>
)

const Words = ({ children }: { readonly children: ReactNode }) => (
  <p className="mb-4 font-sans text-ui">{children}</p>
)

type ChoicesProps = {
  readonly reader: LinkedReader
  readonly token: string
  readonly topics: readonly Choice[]
  readonly things: readonly FollowedThing[]
}

const Choices = ({ reader, token, topics, things }: ChoicesProps) => (
  <>
    <Section title="Topics">
      <Act token={token} act="save" kind="primary" label="Save topics">
        <ScopeChoice chosen={reader.wishes.scope} />
        <CheckboxGroup
          key={reader.wishes.topics.join()}
          name="topics"
          legend={PREFERENCE_WORDS.save}
          hint="A topic brings those beneath it. Choose none to hear about everything."
          options={topics}
          chosen={reader.wishes.topics}
        />
      </Act>
    </Section>
    {isReceiving(reader) ? (
      <Section id="following" title="Series and briefings you follow">
        <FollowedList
          things={things}
          formFor={({ kind, id }, button) => (
            <Act token={token} act="unfollow" button={button}>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="id" value={id} />
            </Act>
          )}
        />
      </Section>
    ) : null}
    {reader.status === 'active' ? (
      <Section id="pause" title="A rest">
        <Words>{PREFERENCE_WORDS.pause}</Words>
        <Act token={token} act="pause" label="Pause for four weeks" />
      </Section>
    ) : null}
    {reader.status === 'unsubscribed' ? null : (
      <Section id="unsubscribe" title="No more of it">
        <Words>{PREFERENCE_WORDS.unsubscribe} You can come back at any time.</Words>
        <Act token={token} act="unsubscribe" kind="danger" label="Unsubscribe" />
      </Section>
    )}
  </>
)

/** What a link from a mail shows, without signing in. Looking at it changes nothing; its buttons do. */
export default async function PreferencesPage({ params, searchParams }: Props) {
  const tooMany = await tooManyLooks(TITLE)
  if (tooMany) return tooMany
  const { token } = await params
  const { done } = await searchParams
  const payload = await thePayload()
  const now = new Date()
  const reader = await readerByToken({ payload, secret: settings().secret, token })
  if (!reader) return <UnknownLink title={TITLE} />
  const [tree, things, isUndoable] = await Promise.all([
    theTopicTree(now),
    listFollowed(payload, reader.wishes),
    canUndo({ payload, memberId: reader.memberId, now }),
  ])
  return (
    <Page title={TITLE} lead={`What we send to ${reader.maskedAddress}`}>
      <Standing
        now={now}
        reader={reader}
        token={token}
        done={isDone(done) && hasHappened(done, reader) ? done : null}
        isUndoable={isUndoable}
      />
      <Choices reader={reader} token={token} topics={choicesOf(tree)} things={things} />
    </Page>
  )
}
