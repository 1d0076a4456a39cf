import type { UIFieldServerProps } from 'payload'
import { isAdministrator } from '@/access/who'
import { toLongDate } from '@/lib/london-time'
import { isBeingErased, KEPT_FOR_DAYS } from '@/members/organisation/kept-leavers'
import type { Member } from '@/payload-types'
import { ChangeAccess } from './change-access'

const DAY = 24 * 60 * 60 * 1000

const erasedOn = (leftAt: string): string =>
  toLongDate(new Date(new Date(leftAt).getTime() + KEPT_FOR_DAYS * DAY))

/** Beside a member: whether their access has ended, and for administrators the button that ends it or gives it back. */
export function AccessPanel({ data, id, user }: UIFieldServerProps) {
  if (!id) return null
  const { name, leftAt } = data as Partial<Member>
  const isTheirs = isAdministrator(user)
  return (
    <section className="signpost-review" aria-labelledby="signpost-access">
      <h3 id="signpost-access">Access</h3>
      {leftAt ? (
        <p role="status">
          {isBeingErased({ leftAt })
            ? 'The account is being erased.'
            : `Access ended on ${toLongDate(leftAt)}. The account is kept until ${erasedOn(leftAt)}, and erased then.`}
        </p>
      ) : (
        <p role="status">
          {name} has a seat, and reads for as long as the membership of their organisation runs.
        </p>
      )}
      {!isTheirs ? null : leftAt ? (
        <ChangeAccess
          key="give-back"
          id={String(id)}
          act="give-back"
          button="Give access back"
          words={`${name ?? 'They'} will have a seat again, and all that was kept.`}
        />
      ) : (
        <ChangeAccess
          key="end"
          id={String(id)}
          act="end"
          button="End access"
          words={`${name ?? 'They'} will be signed out everywhere and get no Bulletin, and somebody else can have the seat. You can give access back for ${KEPT_FOR_DAYS} days.`}
        />
      )}
    </section>
  )
}
