import type { EmailField } from 'payload'
import { isEmailAddress, normaliseEmail } from '@/lib/email-address'

/** Whom to write to about membership. Kept as every other address is, so that it is found when its owner asks. */
export const contactEmailField: EmailField = {
  name: 'contactEmail',
  label: 'Their e-mail address',
  type: 'email',
  hooks: {
    beforeValidate: [
      ({ value }: { value?: unknown }): unknown =>
        typeof value === 'string' ? normaliseEmail(value) : value,
    ],
  },
  validate: (value: unknown) =>
    !value ||
    (typeof value === 'string' && isEmailAddress(value)) ||
    'Give an e-mail address, such as name@example.gov.uk, or leave it out.',
}
