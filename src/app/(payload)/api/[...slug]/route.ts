import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { thePayload } from '@/app/payload'
import { behindAllowList } from '@/app/rest-doors'

export const GET = behindAllowList(REST_GET(config), thePayload)
export const POST = behindAllowList(REST_POST(config), thePayload)
export const PATCH = behindAllowList(REST_PATCH(config), thePayload)
export const PUT = behindAllowList(REST_PUT(config), thePayload)
export const DELETE = behindAllowList(REST_DELETE(config), thePayload)
