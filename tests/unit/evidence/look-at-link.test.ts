import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from '@/lib/web/is-public-address'
import { type Asker, lookAtLink } from '@/sources/watch/look-at-link'
import { answering, unrulyServer, type UnrulyServer } from '../../support/unruly-server'

const CHUNK = Buffer.alloc(64_000, 'x')

let server: UnrulyServer
let written = 0
beforeAll(async () => {
  server = await unrulyServer({
    '/robots.txt': (_request, response) => {
      response.end('User-agent: *\nDisallow: /private\n')
    },
    '/good': answering(200),
    '/gone': answering(410),
    '/private': answering(200),
    '/unwell': answering(503),
    '/sign-in': answering(403),
    '/get-only': (request, response) => {
      response.writeHead(request.method === 'GET' ? 200 : 405).end()
    },
    '/moved': answering(301, '/good'),
    '/moved-again': answering(308, '/moved'),
    '/elsewhere-for-now': answering(302, '/good'),
    '/now-then-for-good': answering(302, '/moved'),
    '/loop': answering(301, '/loop'),
    '/inside': answering(302, 'http://169.254.169.254/latest/meta-data/'),
    '/inside-by-name': answering(302, 'http://localhost:1/'),
    '/to-a-file': answering(302, 'file:///etc/passwd'),
    '/stalls': () => undefined,
    '/drips': (request, response) => {
      if (request.method === 'HEAD') response.writeHead(405).end()
      else {
        response.writeHead(404)
        const drip = setInterval(() => response.write('.'), 5)
        response.on('close', () => {
          clearInterval(drip)
        })
      }
    },
    '/huge': (request, response) => {
      if (request.method === 'HEAD') {
        response.writeHead(405).end()
        return
      }
      const pour = () => {
        while (!response.destroyed && response.write(CHUNK)) written += CHUNK.length
      }
      response.on('drain', pour)
      pour()
    },
    '/odd': (_request, response) => {
      response.socket?.end('this is no HTTP\r\n\r\n')
    },
    '/many-heads': (_request, response) => {
      response.socket?.end(`HTTP/1.1 200 OK\r\n${'X: y\r\n'.repeat(10_000)}\r\n`)
    },
  })
})
afterAll(() => server.die())

const waits: number[] = []
const asker = (over: Partial<Asker> = {}): Asker => ({
  mayAsk: (address) => address === '127.0.0.1',
  userAgent: '+https://signpost.example',
  timeoutMs: 300,
  paceMs: 2000,
  pause: (milliseconds) => {
    waits.push(milliseconds)
    return Promise.resolve()
  },
  ...over,
})

const look = (path: string, over?: Partial<Asker>) =>
  lookAtLink(`${server.origin}${path}`, asker(over))

const askedSince = (count: number) => server.asked.slice(count)

describe('a look at a link', () => {
  it.each([
    ['/good', { kind: 'good' }],
    ['/get-only', { kind: 'good' }],
    ['/elsewhere-for-now', { kind: 'good' }],
    ['/now-then-for-good', { kind: 'good' }],
    ['/gone', { kind: 'gone', said: 'answered 410' }],
    ['/nothing-here', { kind: 'gone', said: 'answered 404' }],
    ['/unwell', { kind: 'unsure', said: 'answered 503' }],
    ['/sign-in', { kind: 'unsure', said: 'answered 403' }],
    ['/private', { kind: 'unsure', said: 'is not to be visited by programs' }],
  ])('finds of %s what a reader would: %j', async (path, finding) => {
    expect(await look(path)).toEqual(finding)
  })

  it('names where a link has moved to for good', async () => {
    expect(await look('/moved')).toEqual({ kind: 'moved', to: `${server.origin}/good` })
    expect(await look('/moved-again')).toEqual({ kind: 'moved', to: `${server.origin}/good` })
  })

  it('asks HEAD first, GET only where that was not answered well, and waits between the two', async () => {
    const before = server.asked.length
    waits.length = 0
    await look('/get-only')

    expect(askedSince(before)).toEqual(['GET /robots.txt', 'HEAD /get-only', 'GET /get-only'])
    expect(waits).toEqual([2000, 2000])
  })

  it('never asks for what robots.txt keeps to itself', async () => {
    const before = server.asked.length
    await look('/private')

    expect(askedSince(before)).toEqual(['GET /robots.txt'])
  })

  it('finds gone a server that takes no connection and a name that is not there', async () => {
    expect(await lookAtLink('http://127.0.0.1:1/report', asker())).toMatchObject({ kind: 'gone' })
    const nowhere = await lookAtLink('http://not-there.invalid/report', asker())

    // Without a resolver on this machine a name cannot be known to be gone.
    expect(['gone', 'unsure']).toContain(nowhere.kind)
  })
})

describe('a server that means harm', () => {
  it.each([
    ['/loop', 'is sent round in circles'],
    ['/inside', 'leads to a private address, which is never asked'],
    ['/to-a-file', 'leads to a private address, which is never asked'],
    ['/stalls', 'did not answer in time'],
    ['/drips', 'did not answer in time'],
  ])('does none with %s: the link %s', async (path, said) => {
    expect(await look(path)).toMatchObject({ said })
  })

  it('does none by a name that resolves to an address nobody may ask', async () => {
    const before = server.asked.length
    const port = new URL(server.origin).port
    const finding = await lookAtLink(
      `http://localhost:${port}/good`,
      asker({ mayAsk: () => false }),
    )

    expect(finding).toMatchObject({ said: 'leads to a private address, which is never asked' })
    expect(askedSince(before)).toEqual([])
  })

  it('pours no more than a little into memory', async () => {
    expect(await look('/huge', { timeoutMs: 3000 })).toEqual({ kind: 'good' })
    expect(written).toBeLessThan(8_000_000)
  })

  it.each(['/odd', '/many-heads'])('is called unsure where it answers %s', async (path) => {
    expect((await look(path)).kind).toBe('unsure')
  })
})

describe('an address', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'localhost',
    '',
  ])('%s is never asked', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['1.1.1.1', '151.101.0.1', '2606:4700::1111', '2a00:1450:4009::1'])(
    '%s may be asked',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  it('is the one that was checked, however a name is written', async () => {
    for (const host of ['localhost', '127.0.0.1', '[::1]', '2130706433', '0x7f.1', '127.1']) {
      const finding = await lookAtLink(`http://${host}:1/`, asker({ mayAsk: isPublicAddress }))

      expect(finding, host).toEqual({
        kind: 'unsure',
        said: 'leads to a private address, which is never asked',
      })
    }
  })
})
