import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Environment, mustRun, startCommand } from '../../support/command'
import { freePort } from '../../support/free-port'
import { openSmtpSink, type SmtpSink } from '../../support/smtp-sink'
import { untilItServes } from '../../support/until-it-serves'

export type EmptySite = {
  readonly url: string
  readonly env: Environment
  readonly mail: SmtpSink
  readonly folder: string
  readonly close: () => Promise<void>
}

/** A second site beside the demonstration: nothing in it but the schema, a mail server of its own. */
export async function startEmptySite(more: Environment = {}): Promise<EmptySite> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signpost-road-'))
  const port = await freePort()
  const mail = await openSmtpSink()
  const url = `http://localhost:${port}`
  const env = {
    DATA_DIR: folder,
    PORT: String(port),
    SITE_URL: url,
    SMTP_URL: mail.url,
    WORKER: 'inside',
    ...more,
  }
  await mustRun('migrate', [], env)
  const server = startCommand('start', [], env)
  await untilItServes(`${url}/healthz`, 60_000)
  return {
    url,
    env,
    mail,
    folder,
    close: async () => {
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('close', resolve))
      await mail.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
