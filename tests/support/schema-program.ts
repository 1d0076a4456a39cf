import config from '@payload-config'
import { schemaPaths } from '../../scripts/audit-leaks/schema-paths'

/** Prints every field of every collection as a query names it. Opens no database. */
const { collections } = await config
const fields = schemaPaths(collections, []).map(({ collection, path }) => ({ collection, path }))
process.stdout.write(JSON.stringify(fields), () => process.exit(0))
