import type { UIFieldServerProps } from 'payload'
import { isAdministrator } from '@/access/who'
import { toIsoDate } from '@/lib/london-time'
import { joiningDomain } from '@/members/organisation/organisation-of-enquiry'
import type { Enquiry } from '@/payload-types'
import { MakeOrganisation } from './make-organisation'

/** A year of membership from today, its last day counted. */
function aYearFrom(now: Date): { from: string; to: string } {
  const last = new Date(now)
  last.setUTCFullYear(last.getUTCFullYear() + 1)
  last.setUTCDate(last.getUTCDate() - 1)
  return { from: toIsoDate(now), to: toIsoDate(last) }
}

function joiningInWords(email: string): string {
  const domain = joiningDomain(email)
  return domain === null
    ? 'The address is of a provider open to anybody, so colleagues join by invitation alone.'
    : `Colleagues with an address that ends in ${domain} may join by themselves.`
}

/** Beside an enquiry to join: makes the organisation it asks for, and invites whoever asks as its first manager. */
export function OrganisationPanel({ data, id, user }: UIFieldServerProps) {
  const { kind, name, email, organisationName, organisation } = data as Partial<Enquiry>
  if (!id || kind !== 'join' || organisation) return null
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
          <p>{joiningInWords(email ?? '')}</p>
          <MakeOrganisation id={String(id)} {...aYearFrom(new Date())} />
        </>
      ) : (
        <p>An administrator can make the organisation here once membership is agreed.</p>
      )}
    </section>
  )
}
