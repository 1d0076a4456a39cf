import type { UIFieldServerProps } from 'payload'
import { isAdministrator } from '@/access/who'
import { idOf } from '@/lib/ids'
import { domainFault } from '@/lib/joining-domain'
import { toIsoDate } from '@/lib/london-time'
import { domainOf } from '@/lib/mail-domain'
import type { Enquiry } from '@/payload-types'
import { MakeOrganisation } from './make-organisation'

/** A year of membership from today, its last day counted. */
function aYearFrom(now: Date): { from: string; to: string } {
  const last = new Date(now)
  last.setUTCFullYear(last.getUTCFullYear() + 1)
  last.setUTCDate(last.getUTCDate() - 1)
  return { from: toIsoDate(now), to: toIsoDate(last) }
}

type Asked = Pick<Partial<Enquiry>, 'organisation' | 'organisationName' | 'name' | 'email'>

const Made = ({ organisation, organisationName, name, email }: Asked) => (
  <section className="signpost-review" aria-labelledby="signpost-organisation">
    <h3 id="signpost-organisation">Done</h3>
    <p role="status">
      <strong>{organisationName}</strong> is made. {name} is its manager: the mail on how to sign in
      goes to {email}.
    </p>
    {organisation ? (
      <p>
        <a href={`/admin/collections/organisations/${idOf(organisation)}`}>Open the organisation</a>
      </p>
    ) : null}
  </section>
)

/** Beside an enquiry to join: says what became of it, or makes the organisation it asks for, and invites whoever asks as its first manager. */
export function OrganisationPanel({ data, id, user }: UIFieldServerProps) {
  const { kind, name, email, organisationName, organisation } = data as Partial<Enquiry>
  if (!id || kind !== 'join') return null
  if (organisation) return <Made {...{ organisation, organisationName, name, email }} />
  const isReady = Boolean(name && email && organisationName)
  return (
    <section className="signpost-review" aria-labelledby="signpost-organisation">
      <h3 id="signpost-organisation">Organisation</h3>
      {!isReady ? (
        <p>
          A name, an address or an organisation is missing, so none can be made of this enquiry.
        </p>
      ) : isAdministrator(user) ? (
        <>
          <p>
            Makes <strong>{organisationName}</strong>, gives {name} the first seat as its manager
            and mails {email} how to sign in.
          </p>
          <MakeOrganisation
            id={String(id)}
            email={email ?? ''}
            {...aYearFrom(new Date())}
            domain={domainOf(email ?? '')}
            domainFault={domainFault(domainOf(email ?? ''))}
          />
        </>
      ) : (
        <p>An administrator can make the organisation here once membership is agreed.</p>
      )}
    </section>
  )
}
