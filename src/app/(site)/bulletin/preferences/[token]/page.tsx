import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { thePayload } from '@/app/payload'
import { theTopicTree } from '@/app/topic-tree'
import { type LinkedReader, readerByToken } from '@/bulletin/reader-link'
import { Button } from '@/components/button'
import { CheckboxGroup, type Choice } from '@/components/form'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { settings } from '@/config/settings'
import { toLongDate } from '@/lib/london-time'
import type { TopicNode } from '@/topics/topic-tree'
import { changePreferences } from './actions'
import { DONE, isPreferenceAct, type PreferenceAct, WORDING } from './wording'

type Props = {
  readonly params: Promise<{ token: string }>
  readonly searchParams: Promise<{ done?: string | string[] }>
}

export const metadata: Metadata = {
  title: 'Your Bulletin',
  robots: { index: false },
  referrer: 'same-origin',
}

const choicesOf = (nodes: readonly TopicNode[], level = 0): Choice[] =>
  nodes.flatMap((node) => [
    { value: node.id, label: node.name, level },
    ...choicesOf(node.children, level + 1),
  ])

type ActProps = {
  readonly token: string
  readonly act: PreferenceAct
  readonly label: string
  readonly kind?: 'primary' | 'quiet' | 'danger'
  readonly children?: ReactNode
}

const Act = ({ token, act, label, kind = 'quiet', children }: ActProps) => (
  <form action={changePreferences}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="act" value={act} />
    {children}
    <Button kind={kind}>{label}</Button>
  </form>
)

const UnknownLink = () => (
  <Page title="Your Bulletin">
    <Notice tone="warning" title="This link does not work">
      <p>
        Perhaps it was cut off on its way. Try the one at the foot of your latest Bulletin, or{' '}
        <a href="/sign-in?next=/account">sign in</a> to change what you get.
      </p>
    </Notice>
  </Page>
)

/** Where the reader stands, and the way back. */
function Standing({ reader, token, done }: Standing) {
  const isOff = reader.status === 'unsubscribed' || reader.status === 'paused'
  const pause = reader.pausedUntil ? ` until ${toLongDate(reader.pausedUntil)}` : ''
  const standing =
    reader.status === 'paused' ? `Your Bulletin is paused${pause}.` : 'You do not get the Bulletin.'
  if (!done && !isOff) return null
  return (
    <div className="mb-8">
      <Notice tone={done ? 'good' : 'plain'}>
        <p>{done ? DONE[done] : standing}</p>
        {isOff ? <Act token={token} act="resume" label={done ? 'Undo' : 'Get it again'} /> : null}
      </Notice>
    </div>
  )
}

type Standing = {
  readonly reader: LinkedReader
  readonly token: string
  readonly done: PreferenceAct | null
}

const Section = ({ id, title, children }: { id?: string; title: string; children: ReactNode }) => (
  <section id={id} className="mb-10 border-t border-rule pt-6">
    <h2 className="mb-4 font-serif text-xl font-semibold">{title}</h2>
    {children}
  </section>
)

export default async function PreferencesPage({ params, searchParams }: Props) {
  const { token } = await params
  const { done } = await searchParams
  const payload = await thePayload()
  const reader = await readerByToken({ payload, secret: settings().secret, token })
  if (!reader) return <UnknownLink />
  const act = typeof done === 'string' && isPreferenceAct(done) ? done : null
  const topics = choicesOf(await theTopicTree(new Date()))
  return (
    <Page title="Your Bulletin" lead={`What we send to ${reader.maskedAddress}`}>
      <Standing reader={reader} token={token} done={act} />
      <Section title="Topics">
        <Act token={token} act="save" kind="primary" label="Save topics">
          <CheckboxGroup
            key={reader.topicIds.join()}
            name="topics"
            legend={WORDING.save}
            hint="A topic brings those beneath it. Choose none to hear about everything."
            options={topics}
            chosen={reader.topicIds}
          />
        </Act>
      </Section>
      {reader.status === 'active' ? (
        <Section id="pause" title="A rest">
          <Act token={token} act="pause" label="Pause for four weeks" />
        </Section>
      ) : null}
      {reader.status === 'unsubscribed' ? null : (
        <Section id="unsubscribe" title="No more of it">
          <p className="mb-4">You can come back at any time.</p>
          <Act token={token} act="unsubscribe" kind="danger" label="Unsubscribe" />
        </Section>
      )}
    </Page>
  )
}
