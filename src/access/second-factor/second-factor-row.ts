import type { Payload, Where } from 'payload'
import { deriveKey } from '@/lib/derive-key'
import { sealed, unsealed } from '@/lib/sealed'
import { stepOfCode } from '@/lib/timed-code'

/** What a row of staff holds of a second factor. The secret is sealed: a copy of the database makes no codes. */
export type SecondFactor = {
  readonly secret?: string | null
  readonly since?: string | null
  /** The last step of time whose code was taken: each code opens once. */
  readonly step?: number | null
}

export type StaffRow = { readonly id: string; readonly secondFactor?: SecondFactor | null }

const keyOf = ({ secret }: Payload): Buffer => deriveKey(secret, 'second factor')

export const sealSecret = (payload: Payload, secret: string): string =>
  sealed(secret, keyOf(payload))

/** The secret codes are made of, or null where there is none. @throws where it was sealed by another secret of the service */
export function secretOf(payload: Payload, factor: SecondFactor | null | undefined): string | null {
  if (!factor?.secret) return null
  const secret = unsealed(factor.secret, keyOf(payload))
  if (secret === null) {
    throw new Error(
      'A second factor was sealed with another PAYLOAD_SECRET. Turn it off: npm run staff -- no-second-factor --email ADDRESS',
    )
  }
  return secret
}

/** Straight from the database: the API hides it from everybody. */
export const readStaffRow = (payload: Payload, id: string): Promise<StaffRow | null> =>
  payload.db.findOne<StaffRow>({ collection: 'staff', where: { id: { equals: id } } })

/** With the count of changes: a write of the whole row that was read before is refused (docs/decisions/040-staff-rows.md). */
const written = ({ secret, since, step }: SecondFactor) => ({
  secondFactor: { secret: secret ?? null, since: since ?? null, step: step ?? null },
  revision: { $inc: 1 },
})

/** One conditional write: of any number at once, in any number of processes, one has it done. @returns whether this one has */
async function writeWhere(payload: Payload, id: string, where: Where, factor: SecondFactor) {
  const row: unknown = await payload.db.updateOne({
    collection: 'staff',
    where: { and: [{ id: { equals: id } }, where] },
    data: written(factor),
    options: { atomic: true },
  })
  return row !== null
}

/** Keeps a new secret with the step whose code proved it, unless there is one already. @returns whether it did */
export const keepFirstFactor = (payload: Payload, id: string, factor: SecondFactor) =>
  writeWhere(payload, id, { 'secondFactor.secret': { exists: false } }, factor)

/**
 * True where the code is right and has opened nothing before. It opens nothing again, nor does any made before it: of any
 * number of tries at once, one is let in.
 */
export async function spendCode(
  payload: Payload,
  { id, secondFactor }: StaffRow,
  code: string,
  now: Date,
): Promise<boolean> {
  const secret = secretOf(payload, secondFactor)
  const step = secret === null ? null : stepOfCode(secret, code, now)
  if (step === null) return false
  const isUnused: Where = {
    and: [
      { 'secondFactor.secret': { equals: secondFactor?.secret } },
      { 'secondFactor.step': { less_than: step } },
    ],
  }
  return writeWhere(payload, id, isUnused, { ...secondFactor, step })
}

/** Safe to repeat. */
export async function forgetSecondFactor(payload: Payload, id: string): Promise<void> {
  await writeWhere(payload, id, {}, {})
}
