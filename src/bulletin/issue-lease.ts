import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Payload } from 'payload'
import type { BulletinIssue } from '@/payload-types'
import { changeIssue, issueByKey } from './issues'

const SECOND = 1000
const LASTS = 60 * SECOND
const RENEWED_EVERY = 15 * SECOND
/** A holder that could not renew stops itself this long before another may take over. */
const STOPS_BEFORE = 10 * SECOND

export type IssueLease = {
  /** Rises with each holder: rows claimed under a lower one were left by a holder that is gone. */
  readonly fence: number
  readonly isHeld: () => boolean
  readonly release: () => Promise<void>
}

type LeaseArgs = {
  readonly payload: Payload
  readonly issueKey: string
  readonly clock: () => Date
}

const ownName = () => `${hostname()}/${process.pid}/${randomUUID()}`

/** True for a holder on this machine whose process has ended: its lease need not be waited out. */
function isHolderGone(owner: string | null | undefined): boolean {
  const [host, pid] = (owner ?? '').split('/')
  if (host !== hostname() || !pid || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'ESRCH'
  }
}

const isFree = ({ owner, leaseUntil }: BulletinIssue, now: Date): boolean =>
  !owner || !leaseUntil || new Date(leaseUntil) <= now || isHolderGone(owner)

const until = (now: Date): string => new Date(now.getTime() + LASTS).toISOString()

/**
 * Takes the right to work on an issue, or answers null where another holds it.
 *
 * It lasts a minute and is renewed while held. It saves work, and is not what keeps mail from being sent twice: that is
 * the gate of each row, which a holder that slept through its lease cannot pass a second time.
 */
export async function takeLease({
  payload,
  issueKey,
  clock,
}: LeaseArgs): Promise<IssueLease | null> {
  const issue = await issueByKey(payload, issueKey)
  if (!issue || !isFree(issue, clock())) return null
  const owner = ownName()
  const fence = issue.fence + 1
  const taken = await changeIssue(
    payload,
    issueKey,
    { fence: { equals: issue.fence } },
    { owner, fence, leaseUntil: until(clock()) },
  )
  return taken && holdLease({ payload, issueKey, clock }, owner, fence)
}

function holdLease({ payload, issueKey, clock }: LeaseArgs, owner: string, fence: number) {
  let heldUntil = clock().getTime() + LASTS
  const mine = { owner: { equals: owner } }
  const renew = async () => {
    const leaseUntil = until(clock())
    const renewed = await changeIssue(payload, issueKey, mine, { leaseUntil })
    heldUntil = renewed ? new Date(leaseUntil).getTime() : 0
  }
  const heartbeat = setInterval(() => {
    renew().catch((fault: unknown) => payload.logger.error(fault, 'The lease was not renewed'))
  }, RENEWED_EVERY)
  heartbeat.unref()
  return {
    fence,
    isHeld: () => clock().getTime() < heldUntil - STOPS_BEFORE,
    release: async () => {
      clearInterval(heartbeat)
      heldUntil = 0
      await changeIssue(payload, issueKey, mine, { owner: null, leaseUntil: null })
    },
  }
}
