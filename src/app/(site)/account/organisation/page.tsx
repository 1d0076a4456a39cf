import type { Metadata } from 'next'
import { lastDayOfGrace } from '@/access/has-membership'
import { thePayload } from '@/app/payload'
import { LongDate } from '@/components/date'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { EmptyState, Section } from '@/components/section'
import { KEPT_FOR_DAYS } from '@/members/organisation/kept-leavers'
import {
  type ManagedOrganisation,
  nextInLine,
  readManaged,
} from '@/members/organisation/managed-organisation'
import { signedInMember } from '../signed-in-member'
import { ActionForm } from '../../action-form'
import { invite } from './actions'
import { ListForm } from './list-form'
import { Leavers, Members, Waiting } from './people'
import { Said } from './said'

export const metadata: Metadata = { title: 'Your organisation', robots: { index: false } }

type Args = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

const TRAIL = [{ href: '/account', label: 'Your account' }]

export default async function OrganisationPage({ searchParams }: Args) {
  const [{ member }, asked] = await Promise.all([
    signedInMember('/account/organisation'),
    searchParams,
  ])
  const managed = await readManaged({ payload: await thePayload(), member, now: new Date() })
  if (!managed) return <ForManagers />
  const isOpen = isRunning(managed)
  return (
    <Page title={managed.name} lead="Who reads by your membership." breadcrumbs={TRAIL}>
      <Said asked={asked} managed={managed} />
      {isOpen ? null : <NotRunning hasEnded={managed.status === 'ended'} />}
      <Standing managed={managed} />
      {managed.waiting.length > 0 ? (
        <Section title="Waiting for a seat">
          <p className="mb-4 font-sans text-ui text-quiet">
            They have confirmed an address of yours. Remove somebody who has left, and the seat goes
            to whoever has waited longest. For more seats,{' '}
            <a href="/contact" className="plain-link">
              write to us
            </a>
            .
          </p>
          <Waiting waiting={managed.waiting} />
        </Section>
      ) : null}
      <Section title="Members">
        <Members
          managers={managed.managers}
          members={managed.members}
          next={nextInLine(managed)}
          isOpen={isOpen}
        />
      </Section>
      {isOpen ? (
        <>
          <Section title="Invite a colleague">
            <ActionForm
              action={invite}
              fields={[
                { name: 'name', label: 'Their name', autoComplete: 'off' },
                {
                  name: 'email',
                  label: 'Their e-mail address',
                  type: 'email',
                  autoComplete: 'off',
                  hint: endingsOf(managed.domains),
                },
              ]}
              button="Invite"
              busy="Inviting …"
            />
          </Section>
          <Section title="Add a list">
            <ListForm />
          </Section>
        </>
      ) : null}
      <Section title="Left lately">
        {managed.leavers.length === 0 ? (
          <EmptyState>
            Whoever you remove stands here for {KEPT_FOR_DAYS} days and can be put back. Then the
            account is erased.
          </EmptyState>
        ) : (
          <Leavers leavers={managed.leavers} isOpen={isOpen} />
        )}
      </Section>
    </Page>
  )
}

const endingsOf = (domains: readonly string[]): string | undefined =>
  domains.length > 0 ? `It should end in ${domains.join(' or ')}.` : undefined

const ForManagers = () => (
  <Page title="Your organisation" breadcrumbs={TRAIL}>
    <Notice tone="plain" title="This page is for managers.">
      <p>
        Your organisation’s managers look after who reads by its membership. To become one,{' '}
        <a href="/contact" className="plain-link">
          write to us
        </a>
        .
      </p>
    </Notice>
  </Page>
)

function Standing({ managed }: { readonly managed: ManagedOrganisation }) {
  const { seats, members, managers, membershipTo, status } = managed
  const used = members.length + managers.length
  return (
    <dl className="mb-12 grid grid-cols-[auto_1fr] gap-x-8 gap-y-2 font-sans text-ui">
      <dt className="text-quiet">Seats</dt>
      <dd className="font-semibold">
        {seats === null ? `${used} in use` : `${used} of ${seats} in use`}
      </dd>
      <dt className="text-quiet">{status === 'ended' ? 'Ended on' : 'Last day'}</dt>
      <dd>
        <LongDate value={membershipTo} />
        {status === 'grace' ? (
          <>
            , and days of grace until <LongDate value={lastDayOfGrace(managed)} />
          </>
        ) : null}
      </dd>
      <dt className="text-quiet">Joining</dt>
      <dd>{joiningInWords(managed)}</dd>
    </dl>
  )
}

const isRunning = ({ status }: ManagedOrganisation): boolean =>
  status === 'running' || status === 'grace'

function joiningInWords(managed: ManagedOrganisation): string {
  const { domains } = managed
  if (!isRunning(managed)) return 'Nobody, while the membership is not running.'
  return domains.length === 0
    ? 'By your invitation.'
    : `By your invitation, or by an address that ends in ${domains.join(' or ')}.`
}

const NotRunning = ({ hasEnded }: { readonly hasEnded: boolean }) => (
  <div className="mb-8">
    <Notice
      tone="warning"
      title={hasEnded ? 'The membership has ended.' : 'The membership has not begun yet.'}
    >
      <p>
        Until it runs, members read titles and summaries, and nobody can join. Accounts and choices
        are kept.
      </p>
      <p>
        <a href="/contact" className="plain-link">
          Ask us about {hasEnded ? 'renewing' : 'it'}
        </a>
      </p>
    </Notice>
  </div>
)
