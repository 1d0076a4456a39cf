import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { outboxMailer } from '@/mail/adapters/outbox'
import { smtpMailer } from '@/mail/adapters/smtp'
import { openSmtpSink } from '../support/smtp-sink'
import { mailerContract } from './mailer.contract'

const from = 'Signpost <bulletin@signpost.example>'

mailerContract('mail by SMTP', async () => {
  const sink = await openSmtpSink()
  const mailer = smtpMailer({ url: sink.url, from })
  return {
    mailer,
    accepted: () => Promise.resolve(sink.accepted.map(({ parsed }) => parsed)),
    close: async () => {
      await mailer.close()
      await sink.close()
    },
  }
})

mailerContract('mail as files in the outbox', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'signpost-outbox-'))
  const mailer = outboxMailer({ folder, from })
  const accepted = async () => {
    const files = (await readdir(folder)).filter((file) => !file.startsWith('.'))
    return Promise.all(
      files.map(async (file) => simpleParser(await readFile(path.join(folder, file)))),
    )
  }
  return { mailer, accepted, close: () => rm(folder, { recursive: true }) }
})
