import { APIError, ValidationError } from 'payload'
import { expect, it } from 'vitest'
import { refusedFields } from '@/lib/refused-fields'
import { isTaken } from '@/lib/write-once'

const errors = [{ path: 'key', message: 'Value must be unique' }]

/** As a build may hold it a second time: of another class, and without its name. */
class U extends Error {
  readonly data = { collection: 'working-copies', errors }
}

it('tells the fields of a refused write, of whichever copy of the class the error is', () => {
  for (const fault of [
    new ValidationError({ errors }),
    new U('The following field is invalid: key'),
  ]) {
    expect(refusedFields(fault)).toEqual(errors)
    expect(isTaken(fault)).toBe(true)
  }
})

it('takes no other fault for a refused write', () => {
  for (const fault of [new Error('Away'), new APIError('No', 403, null, true), 'a word', null]) {
    expect(refusedFields(fault)).toBeNull()
    expect(isTaken(fault)).toBe(false)
  }
})
