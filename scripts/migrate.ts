import { repairTornSaves } from '@/repair/repair-torn-saves'
import { runCommand } from './command/run-command'

const HELP = `npm run migrate    brings the database to this version, and mends what a crash tore

Refuses a database that a newer version has changed. MongoDB needs no migration: its indexes are made instead.`

await runCommand({ help: HELP, options: {} }, async (command) => {
  const { database } = await command.settings()
  await repairTornSaves(await command.payload())
  command.say(`The ${database.kind === 'sqlite' ? 'SQLite' : 'MongoDB'} database is up to date.`)
})
