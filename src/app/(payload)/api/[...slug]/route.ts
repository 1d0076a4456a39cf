import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { behindAllowList } from '@/app/rest-doors'

export const GET = behindAllowList(REST_GET(config))
export const POST = behindAllowList(REST_POST(config))
export const PATCH = behindAllowList(REST_PATCH(config))
export const PUT = behindAllowList(REST_PUT(config))
export const DELETE = behindAllowList(REST_DELETE(config))
