import { type MemberStanding, standingOf } from '@/access/has-membership'
import type { Viewer } from '@/access/viewer'
import { toLongDate } from '@/lib/london-time'
import type { Member } from '@/payload-types'
import { ButtonLink } from './button'
import { whyWithoutMembership } from './without-membership'

type JoinPanelProps = {
  readonly viewer: Viewer
  /** The page to come back to after signing in. */
  readonly path: string
  readonly now: Date
}

/** Says truly why the whole is not shown, and what to do about it. */
export const JoinPanel = ({ viewer, path, now }: JoinPanelProps) => (
  <aside
    aria-label="How to read the whole briefing"
    className="border-t-4 border-accent bg-tint px-6 py-7"
  >
    {viewer.kind === 'member' ? <Lapsed viewer={viewer} now={now} /> : <Visitor path={path} />}
  </aside>
)

const Visitor = ({ path }: { readonly path: string }) => (
  <>
    <h2 className="text-xl font-semibold">Read the whole briefing</h2>
    <p className="mt-2">
      The full text is for members: councils, housing bodies, charities and others who run public
      services. Membership belongs to an organisation, so everyone who works there can read every
      briefing, search the whole archive and receive the weekly Bulletin.
    </p>
    <p className="mt-5 flex flex-wrap gap-3">
      <ButtonLink href="/join">How to join</ButtonLink>
      <ButtonLink href={`/sign-in?next=${encodeURIComponent(path)}`} kind="quiet">
        Sign in
      </ButtonLink>
    </p>
  </>
)

type LapsedProps = { readonly viewer: Extract<Viewer, { kind: 'member' }>; readonly now: Date }

function Lapsed({ viewer, now }: LapsedProps) {
  const standing = standingOf(viewer.member, now)
  return (
    <>
      <h2 className="text-xl font-semibold">{whyWithoutMembership(standing)}</h2>
      <p className="mt-2">{whatHolds(viewer.member, standing)}</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href="/contact">{ASK[standing]}</ButtonLink>
        <ButtonLink href="/account" kind="quiet">
          Your account
        </ButtonLink>
      </p>
    </>
  )
}

const ASK: Record<MemberStanding, string> = {
  left: 'Write to us',
  'not-begun': 'Ask about membership',
  running: 'Write to us',
  grace: 'Write to us',
  ended: 'Ask about renewal',
}

function whatHolds({ organisation }: Member, standing: MemberStanding): string {
  const isNamed = typeof organisation === 'object'
  const name = isNamed ? organisation.name : 'your organisation'
  const meanwhile = 'you can search the archive and read the summaries.'
  if (standing === 'left') {
    return `Your seat of ${name} has ended: ${meanwhile} If that is a mistake, ask whoever manages its membership to put you back.`
  }
  const kept = 'Your account and your choices are kept.'
  if (standing === 'not-begun' && isNamed) {
    return `The membership of ${name} begins on ${toLongDate(organisation.membershipFrom)}. Until then ${meanwhile} ${kept}`
  }
  const ended = isNamed
    ? `The membership of ${name} ended on ${toLongDate(organisation.membershipTo)}.`
    : `The membership of ${name} is not running.`
  return `${ended} Until it is renewed ${meanwhile} ${kept}`
}
