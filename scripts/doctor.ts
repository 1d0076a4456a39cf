import { runCommand } from './command/run-command'
import { type Finding, examine } from './doctor/examine'

const HELP = `npm run doctor    checks configuration, database, joining domains, search, mail and clock, one line each, with the mend`

const line = ({ what, fault, state }: Finding): string =>
  `${fault === null ? 'good ' : 'FAULT'}  ${what.padEnd(14)} ${fault ?? state}`

await runCommand({ help: HELP, options: {} }, async (command) => {
  const findings = await examine(command)
  for (const finding of findings) command.say(line(finding))
  const isSound = findings.every(({ fault }) => fault === null)
  command.answer({ ok: isSound, checks: findings })
  if (!isSound) command.endAsFailed()
})
