import path from 'node:path'
import type { Settings } from '@/config/settings'
import { outboxMailer } from './adapters/outbox'
import { smtpMailer } from './adapters/smtp'
import type { Mailer } from './mailer'

/** The mailer the settings ask for: SMTP, or files in the outbox of the data folder. Close it when done. */
export const makeMailer = ({ mail, dataDir }: Settings): Mailer =>
  mail.smtpUrl
    ? smtpMailer({
        url: mail.smtpUrl,
        from: mail.from,
        dkim: mail.dkim,
        connections: mail.connections,
      })
    : outboxMailer({ folder: path.join(dataDir, 'outbox'), from: mail.from })
