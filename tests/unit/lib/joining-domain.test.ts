import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { domainFault } from '@/lib/joining-domain'

const PROVIDERS =
  `aol.com btinternet.com gmail.com gmx.com googlemail.com hotmail.co.uk hotmail.com icloud.com live.co.uk live.com
  mail.com me.com msn.com outlook.com proton.me protonmail.com sky.com talktalk.net virginmedia.com yahoo.co.uk yahoo.com
  ntlworld.com blueyonder.co.uk tiscali.co.uk virgin.net btopenworld.com freeserve.co.uk talk21.com plus.com o2.co.uk
  ymail.com rocketmail.com yahoo.fr yahoo.co.in hotmail.fr hotmail.it outlook.fr outlook.de live.ie aol.co.uk mac.com
  pm.me protonmail.ch fastmail.com zoho.com gmx.net gmx.de gmx.co.uk web.de tutanota.com tuta.io yandex.com mail.ru qq.com
  hey.com duck.com inbox.com email.com orange.fr mailinator.com guerrillamail.com privaterelay.appleid.com`.split(
    /\s+/,
  )

const ENDINGS = ['co.uk', 'gov.uk', 'org.uk', 'ac.uk', 'nhs.uk', 'police.uk', 'sch.uk', 'com.au']

const EMPLOYERS = ['nhs.net', 'nhs.scot', 'wales.nhs.uk', 'hscni.net', 'parliament.uk', 'cjsm.net']

const OF_ONE = [
  'leeds.gov.uk',
  'example.org',
  'shelter.org.uk',
  'bbc.co.uk',
  'gov.scot',
  'gov.wales',
  'nhsbsa.nhs.uk',
  'met.police.uk',
  'school.herts.sch.uk',
  'lse.ac.uk',
  'council-1.example',
]

describe('a domain by which people join', () => {
  it.each(PROVIDERS)('is not %s, which gives addresses to anybody', (domain) => {
    expect(domainFault(domain)).toBe(
      `${domain} gives addresses to anybody, so whoever has one could join by themselves. List these people by hand instead.`,
    )
  })

  it.each(EMPLOYERS)('is not %s, which many employers share', (domain) => {
    expect(domainFault(domain)).toMatch(
      /is shared by many employers.* List these people by hand instead\.$/,
    )
  })

  it.each(ENDINGS)('is not %s, under which many organisations have theirs', (domain) => {
    expect(domainFault(domain)).toMatch(/is an ending that many organisations share\. Give the/)
  })

  it.each(OF_ONE)('may be %s, which is of one organisation', (domain) => {
    expect(domainFault(domain)).toBeNull()
  })

  it('may be each of the demonstration’s', () => {
    const file = path.resolve(import.meta.dirname, '../../../demo/organisations.yaml')
    const rows = parse(readFileSync(file, 'utf8')) as { domains?: string[] }[]
    const named = rows.flatMap(({ domains = [] }) => domains)

    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((domain) => domainFault(domain) !== null)).toEqual([])
  })

  it('is something like a domain at all', () => {
    for (const typed of ['', 'example', 'a b.example', '*.example.org', 'http://example.org']) {
      expect(domainFault(typed), typed).toMatch(/is not a domain/)
    }
  })
})
