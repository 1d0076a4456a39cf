import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startCommand, mustRun } from '../../support/command'
import { freePort } from '../../support/free-port'
import { openSmtpSink } from '../../support/smtp-sink'
import { untilItServes } from '../../support/until-it-serves'
import { keepMail, mailFolder } from './mails'
import { type Account, keepSite } from './site'

/**
 * One built site with the demonstration content, its worker inside, and a real mail server, for every browser test.
 * The build is made when the sources have changed since the last.
 */
export default async function startTheSite(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'signpost-e2e-'))
  const [port, inspector] = [await freePort(), await freePort()]
  const mails = mailFolder(dataDir)
  mkdirSync(mails)
  const mail = await openSmtpSink({
    afterAccepting: (to) => {
      keepMail(mails, to, mail.accepted.at(-1)?.parsed.text ?? '')
      return Promise.resolve()
    },
  })
  const env = {
    DATA_DIR: dataDir,
    PAYLOAD_SECRET: randomBytes(32).toString('hex'),
    PORT: String(port),
    SITE_URL: `http://localhost:${port}`,
    SMTP_URL: mail.url,
    WORKER: 'inside',
    BULLETIN_APPROVAL: 'required',
    // Where the server answers who asks what it holds in memory (site-memory.ts): on a signal, not before.
    NODE_OPTIONS: `--inspect-port=${inspector}`,
  }
  const demo = startCommand('demo', [], env)
  let output = ''
  demo.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  demo.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<never>((_, reject) =>
    demo.once('exit', (code) => reject(new Error(`The demo ended with ${code}:\n${output}`))),
  )
  await Promise.race([untilItServes(`${env.SITE_URL}/healthz`, 10 * 60_000), ended])
  ended.catch(() => undefined)

  const accounts = readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')
  keepSite({ env, accounts: JSON.parse(accounts) as Account[], pid: demo.pid ?? 0, inspector })
  await mustRun('reindex', [], env)

  return async () => {
    demo.kill('SIGTERM')
    await new Promise((resolve) => demo.once('close', resolve))
    await mail.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
