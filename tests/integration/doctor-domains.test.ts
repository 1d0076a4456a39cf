import { afterAll, beforeAll, expect, it } from 'vitest'
import { joiningDomains } from '../../scripts/doctor/joining-domains'
import { openOrganisationStage, type OrganisationStage } from '../support/organisation-stage'

let stage: OrganisationStage
beforeAll(async () => {
  stage = await openOrganisationStage()
})
afterAll(() => stage.close())

it('refuses in the admin a domain that cannot stand for one organisation, with the mend', async () => {
  for (const domain of ['ntlworld.com', 'nhs.net', 'gov.uk']) {
    await expect(stage.organisation({ domains: [domain] }), domain).rejects.toThrow(/domains/i)
  }
})

it('has the doctor name domains kept from before, whose they are and what to do', async () => {
  const council = await stage.organisation()
  expect(await joiningDomains(stage.payload)).toMatch(/^one domain/)

  await stage.payload.db.updateOne({
    collection: 'organisations',
    where: { id: { equals: council.id } },
    data: { domains: ['good.example', 'blueyonder.co.uk', 'nhs.net'] },
  })
  const told = await joiningDomains(stage.payload).catch((fault: unknown) => String(fault))
  expect(told).toContain(`${council.name}: blueyonder.co.uk gives addresses to anybody`)
  expect(told).toContain(`${council.name}: nhs.net is shared by many employers`)
  expect(told).toContain('List these people by hand instead.')
  expect(told).not.toContain('good.example')
})
