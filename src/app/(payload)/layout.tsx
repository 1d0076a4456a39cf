import config from '@payload-config'
import '@payloadcms/next/css'
import '@fontsource-variable/source-serif-4'
import '@/admin/admin.css'
import '@/admin/searches.css'
import '@/admin/leak-audit.css'
import '@/admin/bulletin.css'
import '@/admin/sources.css'
import '@/admin/citing.css'
import '@/admin/saving.css'
import '@/admin/second-factor.css'
import '@/admin/blocks.css'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { drawReview } from '@/admin/review/review-panel'
import { importMap } from './admin/importMap.js'

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({
    ...args,
    config,
    importMap,
    serverFunctions: { review: drawReview },
  })
}

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
