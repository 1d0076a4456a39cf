'use client'

import { PasswordField } from '@payloadcms/ui'

const isNotNeededElse = () => true as const

/** Where staff type the password they have, to change it or their address. What is typed is asked of the server alone. */
export const CurrentPassword = () => (
  <div className="signpost-current-password">
    <PasswordField
      autoComplete="current-password"
      field={{ name: 'currentPassword', label: 'The password you have now' }}
      path="currentPassword"
      validate={isNotNeededElse}
    />
    <p>Only to change your password or your e-mail address.</p>
  </div>
)
