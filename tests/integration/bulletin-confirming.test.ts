import { expect, it } from 'vitest'
import {
  askAgain,
  confirmByToken,
  invite,
  readConfirmation,
  remind,
} from '@/bulletin/confirm-subscription'
import { confirmToken } from '@/bulletin/confirm-token'
import { sendLetters } from '@/bulletin/send-letters'
import { readSubscription, setSubscription } from '@/bulletin/subscriptions'
import { CONFIRM } from '@/bulletin/wording'
import type { Member } from '@/payload-types'
import { clock } from '../support/bulletin-stage'
import { addMember } from '../support/bulletin-world'
import { stageForEach } from '../support/stage-for-each'

const DAY = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * DAY)
const soon = () => new Date(Date.now() + 60_000)

let ana: Member
const stage = stageForEach(async () => {
  ana = await addMember(stage.test.payload, 'ana', stage.world.council)
})

const standing = () => readSubscription({ payload: stage.test.payload, memberId: ana.id })

async function proofs() {
  const { docs } = await stage.test.payload.find({
    collection: 'consent-events',
    overrideAccess: true,
    sort: 'at',
    pagination: false,
  })
  return docs
}

const asked = async () => {
  const { payload, settings } = stage.test
  const { housing } = stage.world
  const { id } = await invite({
    payload,
    memberId: ana.id,
    topicIds: [housing.id],
    now: clock(),
  })
  return {
    payload,
    secret: settings.secret,
    token: confirmToken(settings.secret, id, clock()),
    now: soon(),
  }
}

it('subscribes who was asked by their own press alone, with the words beside the button', async () => {
  const link = await asked()
  for (let looks = 0; looks < 3; looks += 1) {
    expect(await readConfirmation(link)).toMatchObject({
      kind: 'open',
      maskedAddress: 'a•••@example.org',
    })
  }
  expect(await standing()).toMatchObject({ status: 'pending' })

  expect(await confirmByToken(link)).toMatchObject({ kind: 'answered' })
  expect(await confirmByToken(link)).toMatchObject({ kind: 'answered' })

  expect(await standing()).toMatchObject({ status: 'active', topics: [stage.world.housing.id] })
  expect(await proofs()).toMatchObject([
    { action: 'requested', madeThrough: 'import' },
    { action: 'confirmed', madeThrough: 'confirm-page', wording: CONFIRM },
  ])
})

it('takes a link to confirm for 28 days, and sends a new one to who asks', async () => {
  const link = await asked()
  const late = { ...link, now: inDays(29) }
  expect(await confirmByToken(late)).toMatchObject({ kind: 'run-out' })
  expect(await standing()).toMatchObject({ status: 'pending' })

  await askAgain(late)
  await askAgain(late)
  await sendLetters({ ...stage.test, mailer: stage.mailer, now: late.now })

  expect(stage.sink.accepted).toHaveLength(1)
  const text = stage.sink.accepted[0]?.parsed.text ?? ''
  expect(text).toContain('news on Housing')
  const token = /\/bulletin\/confirm\/(\S+)/.exec(text)?.[1] ?? ''
  expect(await confirmByToken({ ...late, token, now: inDays(40) })).toMatchObject({
    kind: 'answered',
  })
})

it('brings nobody back by an old link who has left since', async () => {
  const link = await asked()
  await setSubscription({
    payload: stage.test.payload,
    memberId: ana.id,
    status: 'unsubscribed',
    madeThrough: 'account',
    wording: 'Stop.',
    now: clock(),
  })

  expect(await confirmByToken(link)).toMatchObject({ kind: 'answered' })
  await askAgain({ ...link, now: inDays(30) })
  expect(await remind(stage.test.payload, ana.id, clock())).toBe(false)
  await sendLetters({ ...stage.test, mailer: stage.mailer, now: clock() })

  expect(await standing()).toMatchObject({ status: 'unsubscribed' })
  expect(stage.sink.accepted).toEqual([])
})

it('takes no link to confirm that was lengthened, cut or made up', async () => {
  const link = await asked()
  const bytes = Buffer.from(link.token.slice(2), 'base64url')
  bytes.writeUInt32BE(4_000_000_000, 16)
  const lengthened = `c1${bytes.toString('base64url')}`

  for (const token of [lengthened, link.token.slice(0, -3), 'c1', '', 'v1whatever']) {
    expect(await confirmByToken({ ...link, token })).toEqual({ kind: 'unknown' })
  }
  expect(await standing()).toMatchObject({ status: 'pending' })
})
