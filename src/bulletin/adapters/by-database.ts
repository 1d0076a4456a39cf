import type { Payload } from 'payload'
import type { Settings } from '@/config/settings'
import type { DeliveryStore } from '../delivery-store'
import type { LastLook } from '../last-look'
import { mongoDeliveryStore } from './mongo-delivery-store'
import { payloadLastLook } from './payload-last-look'
import { sqliteDeliveryStore } from './sqlite-delivery-store'
import { sqliteLastLook } from './sqlite-last-look'
import { mongoUniqueIndexes, sqliteUniqueIndexes } from './unique-indexes'

/** Whether a Payload stands on SQLite. The other database it may stand on is MongoDB. */
export const isOnSqlite = ({ db }: Payload): boolean => db.name === 'sqlite'

/** The ledger in the database a Payload stands on. */
export const deliveryStoreOf = (payload: Payload): DeliveryStore =>
  isOnSqlite(payload) ? sqliteDeliveryStore(payload) : mongoDeliveryStore(payload)

/** The last look before each mail, in the database a Payload stands on. */
export const lastLookOf = (payload: Payload, settings: Pick<Settings, 'secret'>): LastLook =>
  isOnSqlite(payload) ? sqliteLastLook(payload, settings) : payloadLastLook(payload, settings)

/** The fields of each unique index of a collection, in the database a Payload stands on. */
export const uniqueIndexesOf = async (payload: Payload, collection: string): Promise<string[][]> =>
  isOnSqlite(payload)
    ? sqliteUniqueIndexes(payload, collection)
    : mongoUniqueIndexes(payload, collection)
