import { isMembershipRunning, lastDayOfGrace, membershipStatus } from '@/access/has-membership'
import { LongDate } from '@/components/date'
import { Notice } from '@/components/notice'
import type { Member, Organisation } from '@/payload-types'

type MembershipProps = { readonly organisation: Organisation; readonly now: Date }

/** What a lapse means, on top of the account of those it concerns. */
export function LapseNotice({ organisation, now }: MembershipProps) {
  if (isMembershipRunning(organisation, now)) return null
  const isOver = membershipStatus(organisation, now) === 'ended'
  return (
    <div className="mb-10">
      <Notice
        tone="warning"
        title={isOver ? 'Your organisation’s membership has ended' : 'Membership has not begun yet'}
      >
        <p>
          {isOver ? 'It ended on ' : 'It begins on '}
          <LongDate
            value={isOver ? organisation.membershipTo : organisation.membershipFrom}
          />. {isOver ? 'Until it is renewed' : 'Until then'} you can read titles and summaries, not
          the full briefings, and the Bulletin rests. Your choices here are kept.
        </p>
        <p>
          <a href="/contact" className="plain-link">
            Ask us about {isOver ? 'renewing' : 'it'}
          </a>
        </p>
      </Notice>
    </div>
  )
}

type Because = Member['leftBecause']

const WHY_LEFT: Record<NonNullable<Because>, string> = {
  removed: 'A manager of your organisation has ended your access.',
  'ended-by-staff': 'We have ended your access.',
  'not-confirmed':
    'We asked by mail whether your address is still yours, and had no answer. If it is, press the button in our last mail: it brings you back, as long as a seat is free.',
}

/** Why somebody is no longer a member, by what is on record and no more. */
export const LeftNotice = ({ because }: { readonly because: Because }) => (
  <div className="mb-10">
    <Notice tone="warning" title="You are no longer a member">
      <p>
        {because ? WHY_LEFT[because] : 'Your access has ended.'} You can read titles and summaries,
        and the Bulletin rests. If that is a mistake,{' '}
        {because === 'ended-by-staff' ? (
          <a href="/contact" className="plain-link">
            write to us
          </a>
        ) : (
          'ask whoever manages your organisation’s membership'
        )}
        .
      </p>
    </Notice>
  </div>
)

export const Welcome = () => (
  <div className="mb-10">
    <Notice tone="good" title="Welcome: you have joined.">
      <p>
        You can read every briefing in full now. Below you choose whether you would like the weekly
        Bulletin, and on which topics.
      </p>
    </Notice>
  </div>
)

export function Membership({ organisation, now }: MembershipProps) {
  const isGrace = membershipStatus(organisation, now) === 'grace'
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-8 gap-y-2 font-sans text-ui">
      <dt className="text-quiet">Organisation</dt>
      <dd className="font-semibold">{organisation.name}</dd>
      <dt className="text-quiet">Member since</dt>
      <dd>
        <LongDate value={organisation.membershipFrom} />
      </dd>
      <dt className="text-quiet">Last day</dt>
      <dd>
        <LongDate value={organisation.membershipTo} />
        {isGrace ? (
          <>
            , and days of grace until <LongDate value={lastDayOfGrace(organisation)} />, in which
            you can still read everything
          </>
        ) : null}
      </dd>
    </dl>
  )
}
