import type { Viewer } from '@/access/viewer'
import { toLongDate } from '@/lib/london-time'
import { ButtonLink } from './button'

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
  const { organisation } = viewer.member
  const name = typeof organisation === 'object' ? organisation.name : 'Your organisation'
  const ended = typeof organisation === 'object' ? organisation.membershipTo : null
  return (
    <>
      <h2 className="text-xl font-semibold">Your organisation’s membership is not running</h2>
      <p className="mt-2">
        {ended && new Date(ended) < now
          ? `The membership of ${name} ended on ${toLongDate(ended)}.`
          : `The membership of ${name} has not begun yet.`}{' '}
        Until it runs again you can search the archive and read the summaries. Your account and your
        choices are kept.
      </p>
      <p className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href="/contact">Ask about renewal</ButtonLink>
        <ButtonLink href="/account" kind="quiet">
          Your account
        </ButtonLink>
      </p>
    </>
  )
}
