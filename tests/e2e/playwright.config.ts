import { readdirSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'
import { chromiumPath } from '../support/facilities'

/** Arguments that keep Chromium quiet on a machine without a screen or a network. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
]

/** Of one file each, so that each has a browser of its own: with the windows of dozens of tests open, it opens no other. */
const projects = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => ({ name: file.replace('.spec.ts', ''), testMatch: file }))

export default defineConfig({
  testDir: '.',
  projects,
  globalSetup: './support/start-the-site.ts',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  outputDir: '../../test-results',
  use: {
    ...devices['Desktop Chrome'],
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS },
    trace: 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
})
