import type { Metadata } from 'next'
import { LostReader } from '@/components/lost-reader'

export const metadata: Metadata = { title: 'Page not found' }

export default LostReader
