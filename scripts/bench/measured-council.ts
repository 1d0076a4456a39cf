import type { Payload } from 'payload'

/** An organisation whose membership no measurement outlasts. */
export const makeMeasuredCouncil = (payload: Payload) =>
  payload.create({
    collection: 'organisations',
    overrideAccess: true,
    data: {
      name: 'Measured Council',
      kind: 'council',
      membershipFrom: '2020-01-01',
      membershipTo: '2099-12-31',
    },
  })
