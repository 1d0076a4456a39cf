import { mongodbUri } from './facilities'
import { dropDatabases } from './mongodb-for-tests'

/** Runs in the process whose workers the tests are. */
export default function setup(): () => Promise<void> {
  return async () => {
    const server = mongodbUri()
    if (server) await dropDatabases(server, process.pid)
  }
}
