import type { Doors } from '@/app/rest-doors'
import { staffLimits } from '@/app/staff-limits'
import { attemptsInMemory } from './attempts-in-memory'

/** Doors of a house of its own, for tests that count nothing. */
export const doorsInMemory = (): Doors => ({
  siteUrl: '',
  limits: staffLimits(attemptsInMemory()),
  clientOf: () => 'unknown',
  afterAnswer: (work) => void work(),
  clock: () => new Date(),
})
