import type { ReactNode } from 'react'
import { Button } from '@/components/button'
import { EmailAddress } from '@/components/e-mail-address'
import { LongDate } from '@/components/date'
import type { ManagedOrganisation, SeenPerson } from '@/members/organisation/managed-organisation'
import { putBack, removeMember } from './actions'

const Person = ({
  person,
  children,
}: {
  readonly person: SeenPerson
  readonly children?: ReactNode
}) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-rule py-3">
    <div className="min-w-0">
      <p className="font-semibold">{person.name}</p>
      <p className="wrap-anywhere text-quiet">
        <EmailAddress address={person.email} />
      </p>
    </div>
    {children}
  </li>
)

const List = ({ children }: { readonly children: ReactNode }) => (
  <ul className="border-t border-rule font-sans text-ui">{children}</ul>
)

type MembersProps = Pick<ManagedOrganisation, 'managers' | 'members'>

export const Members = ({ managers, members }: MembersProps) => (
  <List>
    {managers.map((person) => (
      <Person key={person.id} person={person}>
        <p className="text-quiet">Manager</p>
      </Person>
    ))}
    {members.map((person) => (
      <Person key={person.id} person={person}>
        <form action={removeMember}>
          <input type="hidden" name="member" value={person.id} />
          <Button kind="quiet">
            Remove<span className="sr-only"> {person.name}</span>
          </Button>
        </form>
      </Person>
    ))}
  </List>
)

export const Waiting = ({ waiting }: Pick<ManagedOrganisation, 'waiting'>) => (
  <List>
    {waiting.map((person) => (
      <Person key={person.id} person={person} />
    ))}
  </List>
)

export const Leavers = ({ leavers }: Pick<ManagedOrganisation, 'leavers'>) => (
  <List>
    {leavers.map((person) => (
      <Person key={person.id} person={person}>
        <form action={putBack} className="flex flex-wrap items-center gap-4">
          <p className="text-quiet">
            Left on <LongDate value={person.leftAt} />
          </p>
          <input type="hidden" name="member" value={person.id} />
          <Button kind="quiet">
            Put back<span className="sr-only"> {person.name}</span>
          </Button>
        </form>
      </Person>
    ))}
  </List>
)
