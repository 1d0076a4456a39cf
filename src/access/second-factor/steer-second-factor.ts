import type { Payload } from 'payload'
import type { Actor } from '@/access/record/audit-entry'
import { keepRecord } from '@/access/record/keep-record'
import { isTheirPassword } from '@/access/their-password'
import { stepOfCode } from '@/lib/timed-code'
import type { Staff } from '@/payload-types'
import { secretOffered } from './offer-second-factor'
import {
  forgetSecondFactor,
  keepFirstFactor,
  readStaffRow,
  sealSecret,
  spendCode,
} from './second-factor-row'

type Person = Pick<Staff, 'id' | 'name'>

export type Steered = 'done' | 'wrong-password' | 'wrong-code' | 'out-of-date' | 'on-already'

type Begun = { readonly offer: string; readonly code: string; readonly now: Date }

type Proof = { readonly password: string; readonly code: string; readonly now: Date }

type Done = { readonly by: Actor; readonly on: Person; readonly now: Date }

const record = (payload: Payload, which: 'on' | 'off', { by, on: { id, name }, now }: Done) =>
  keepRecord(payload, { act: `second-factor-${which}`, by, on: { kind: 'staff', id, name }, now })

const asStaff = ({ id, name }: Person): Actor => ({ kind: 'staff', id, name })

/**
 * Keeps what was offered to this person, once a code shows that their app has it. Never takes the place of one that is on:
 * that would turn it off without a code of it. Whoever asks has to have seen their password.
 */
export async function keepOffered(
  payload: Payload,
  person: Person,
  { offer, code, now }: Begun,
): Promise<Exclude<Steered, 'wrong-password'>> {
  const secret = secretOffered(payload, person.id, offer, now)
  if (secret === null) return 'out-of-date'
  const step = stepOfCode(secret, code, now)
  if (step === null) return 'wrong-code'
  const factor = { secret: sealSecret(payload, secret), since: now.toISOString(), step }
  if (!(await keepFirstFactor(payload, person.id, factor))) return 'on-already'
  await record(payload, 'on', { by: asStaff(person), on: person, now })
  return 'done'
}

/** Asks this person for a code at each sign-in from now on. Takes their password, and a code of what was offered. */
export async function turnOnSecondFactor(
  payload: Payload,
  person: Person,
  { password, ...begun }: Proof & Begun,
): Promise<Steered> {
  return (await isTheirPassword(payload, person.id, password))
    ? keepOffered(payload, person, begun)
    : 'wrong-password'
}

/** Asks this person for no code any more. Takes their password and a code, so that an open desk is not enough. */
export async function turnOffSecondFactor(
  payload: Payload,
  person: Person,
  { password, code, now }: Proof,
): Promise<Steered> {
  const row = await readStaffRow(payload, person.id)
  if (!(await isTheirPassword(payload, person.id, password))) return 'wrong-password'
  if (row?.secondFactor?.secret && !(await spendCode(payload, row, code, now))) return 'wrong-code'
  await forgetSecondFactor(payload, person.id)
  await record(payload, 'off', { by: asStaff(person), on: person, now })
  return 'done'
}

/** For whoever has lost the telephone, by an administrator or on the server. The record says who did it. Safe to repeat. */
export async function takeSecondFactorAway(payload: Payload, done: Done): Promise<void> {
  await forgetSecondFactor(payload, done.on.id)
  await record(payload, 'off', done)
}
