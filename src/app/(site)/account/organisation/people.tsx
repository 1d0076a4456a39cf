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

/** People are removed and put back while the membership runs. */
type WhileOpen = { readonly isOpen: boolean }

type MembersProps = Pick<ManagedOrganisation, 'managers' | 'members'> &
  WhileOpen & {
    /** Who gets the seat of whoever is removed, where somebody waits for one. */
    readonly next: SeenPerson | null
  }

export const Members = ({ managers, members, next, isOpen }: MembersProps) => (
  <List>
    {managers.map((person) => (
      <Person key={person.id} person={person}>
        <p className="text-quiet">Manager</p>
      </Person>
    ))}
    {members.map((person) => (
      <Person key={person.id} person={person}>
        {isOpen ? <Removal person={person} next={next} /> : null}
      </Person>
    ))}
  </List>
)

const Remove = ({ person }: { readonly person: SeenPerson }) => (
  <form action={removeMember}>
    <input type="hidden" name="member" value={person.id} />
    <Button kind="quiet">
      Remove<span className="sr-only"> {person.name}</span>
    </Button>
  </form>
)

type RemovalProps = { readonly person: SeenPerson; readonly next: SeenPerson | null }

const Removal = ({ person, next }: RemovalProps) =>
  next ? <AskFirst person={person} next={next} /> : <Remove person={person} />

/** Where the seat is another's in the same moment, a removal cannot be taken back: so it is asked first. */
const AskFirst = ({ person, next }: { readonly person: SeenPerson; readonly next: SeenPerson }) => (
  <details className="open:w-full">
    <summary className="flex min-h-[44px] cursor-pointer items-center font-semibold text-accent">
      Remove<span className="sr-only"> {person.name}</span> …
    </summary>
    <p className="mt-2 mb-3">
      The seat goes to {next.name} at once, so this cannot be undone while no other seat is free.
    </p>
    <form action={removeMember}>
      <input type="hidden" name="member" value={person.id} />
      <Button kind="danger">Remove {person.name}</Button>
    </form>
  </details>
)

export const Waiting = ({ waiting }: Pick<ManagedOrganisation, 'waiting'>) => (
  <List>
    {waiting.map((person) => (
      <Person key={person.id} person={person} />
    ))}
  </List>
)

export const Leavers = ({ leavers, isOpen }: Pick<ManagedOrganisation, 'leavers'> & WhileOpen) => (
  <List>
    {leavers.map((person) => (
      <Person key={person.id} person={person}>
        <form action={putBack} className="flex flex-wrap items-center gap-4">
          <p className="text-quiet">
            Left on <LongDate value={person.leftAt} />
            {person.asksBack ? ', and asks to come back' : null}
          </p>
          <input type="hidden" name="member" value={person.id} />
          {isOpen ? (
            <Button kind="quiet">
              Put back<span className="sr-only"> {person.name}</span>
            </Button>
          ) : null}
        </form>
      </Person>
    ))}
  </List>
)
