import 'server-only'
import { attemptsInDatabase } from './attempts-in-database'
import { thePayload } from './payload'

/** Where the doors of this site count attempts: in the database, for all its processes. */
export const theAttempts = attemptsInDatabase(thePayload)
