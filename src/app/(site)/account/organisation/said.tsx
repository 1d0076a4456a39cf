import { Answer } from '@/components/answer'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { KEPT_FOR_DAYS } from '@/members/organisation/kept-leavers'
import type { ManagedOrganisation, SeenPerson } from '@/members/organisation/managed-organisation'
import { putBack } from './actions'

type SaidProps = {
  readonly asked: Record<string, string | string[] | undefined>
  readonly managed: ManagedOrganisation
}

/** What has just happened, and how to take it back where that can be. */
export function Said({ asked, managed }: SaidProps) {
  const leaver = managed.leavers.find(({ id }) => id === asked.removed)
  if (leaver) {
    const seated = managed.members.find(({ id }) => id === asked.seated)
    return (
      <Answer to={`removed ${leaver.id}`}>
        <Removed leaver={leaver} seated={seated ?? null} />
      </Answer>
    )
  }
  const words = wordsFor(asked)
  if (!words) return null
  return (
    <Answer to={words}>
      <Notice tone={asked.back ? 'good' : 'error'}>
        <p>{words}</p>
      </Notice>
    </Answer>
  )
}

type RemovedProps = { readonly leaver: SeenPerson; readonly seated: SeenPerson | null }

export const Removed = ({ leaver, seated }: RemovedProps) => (
  <Notice tone="good">
    <p>
      {leaver.name} is removed and signed out everywhere. The account is kept for {KEPT_FOR_DAYS}{' '}
      days.
    </p>
    {seated ? (
      <p>The seat has gone to {seated.name}, who was waiting for one.</p>
    ) : (
      <form action={putBack}>
        <input type="hidden" name="member" value={leaver.id} />
        <Button kind="quiet">Undo</Button>
      </form>
    )}
  </Notice>
)

function wordsFor({ back, full, not }: SaidProps['asked']): string | null {
  if (back) return 'They are back, with all that they had.'
  if (full) return 'No seat is free by now, so they cannot come back. Remove somebody first.'
  if (not === 'running') {
    return 'The membership is not running, so nobody can be removed or put back. Please write to us.'
  }
  return not
    ? 'Managers look after the members of their own organisation, and not each other.'
    : null
}
