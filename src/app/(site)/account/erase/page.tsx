import type { Metadata } from 'next'
import { Page } from '@/components/page'
import { settings } from '@/config/settings'
import { signedInMember } from '../signed-in-member'
import { EraseForm } from './erase-form'
import { whatStays } from './what-stays'

export const metadata: Metadata = { title: 'Erase your account', robots: { index: false } }

const GOES = [
  'your name, address, job title and seat',
  'your Bulletin choices, saved searches, reading list, what you read lately and what you sent to colleagues',
  'your sessions: you are signed out everywhere',
  'what you wrote to us and we have answered',
]

export default async function ErasePage() {
  const { member } = await signedInMember('/account/erase')
  return (
    <Page
      title="Erase your account"
      lead="This cannot be undone."
      breadcrumbs={[{ href: '/account', label: 'Your account' }]}
    >
      <div className="mb-10 space-y-6">
        <List title="What goes at once" items={GOES} />
        <List title="What we must keep" items={whatStays(settings().recordDays)} />
        {member.isManager ? (
          <p>
            You manage your organisation’s members. If nobody else does, tell us first who shall.
          </p>
        ) : null}
        <p>
          You may wish to{' '}
          <a href="/account/export" className="plain-link">
            take your data with you
          </a>{' '}
          first.
        </p>
      </div>
      <EraseForm />
    </Page>
  )
}

const List = ({ title, items }: { readonly title: string; readonly items: readonly string[] }) => (
  <section>
    <h2 className="mb-2 font-serif text-xl font-semibold">{title}</h2>
    <ul className="list-disc space-y-1.5 pl-6">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  </section>
)
