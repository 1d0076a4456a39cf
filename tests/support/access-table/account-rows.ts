import type { House } from './house'

/** What a valid new row holds of what the service keeps about accounts. */
export const accountRows = (
  fresh: (word: string) => string,
  newMember: (house: House) => Promise<string>,
): Record<string, (house: House) => object | Promise<object>> => ({
  'join-requests': () => ({
    name: 'Somebody',
    email: `${fresh('asking')}@example.org`,
    state: 'asked',
    expiresAt: '2099-01-01T09:00:00.000Z',
  }),
  'account-mails': () => ({
    key: fresh('mail'),
    kind: 'invitation',
    subjectId: 'somebody',
    address: 'somebody@example.org',
    state: 'owed',
    owedAt: '2024-01-02T09:00:00.000Z',
    nextAttemptAt: '2024-01-02T09:00:00.000Z',
  }),
  'colleague-passes': async (house) => ({
    key: fresh('pass'),
    briefingId: 'a-briefing',
    sender: await newMember(house),
    addressHash: fresh('address'),
    domain: 'example.org',
    tokenHash: fresh('token'),
    endsAt: '2099-01-01T09:00:00.000Z',
  }),
  'address-changes': async (house) => ({
    member: await newMember(house),
    oldEmail: 'old@example.org',
    newEmail: 'new@example.org',
    state: 'open',
    expiresAt: '2099-01-01T09:00:00.000Z',
  }),
})
