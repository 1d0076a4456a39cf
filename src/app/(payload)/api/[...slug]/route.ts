import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { after } from 'next/server'
import { theAttempts } from '@/app/attempts'
import { thePayload } from '@/app/payload'
import { behindAllowList, type Doors } from '@/app/rest-doors'
import { staffLimits } from '@/app/staff-limits'
import { settings } from '@/config/settings'
import { clientAddress } from '@/lib/client-address'

const doors: Doors = {
  siteUrl: settings().siteUrl,
  limits: staffLimits(theAttempts),
  clientOf: (request) => clientAddress(request.headers, settings().trustedProxyHops),
  afterAnswer: after,
  clock: () => new Date(),
}

export const GET = behindAllowList(REST_GET(config), thePayload, doors)
export const POST = behindAllowList(REST_POST(config), thePayload, doors)
export const PATCH = behindAllowList(REST_PATCH(config), thePayload, doors)
export const PUT = behindAllowList(REST_PUT(config), thePayload, doors)
export const DELETE = behindAllowList(REST_DELETE(config), thePayload, doors)
