import { Readable } from 'node:stream'

/** What happened at the gate: whether the body's first byte went out, and why not if it was refused. */
export type BodyGate = {
  readonly stream: (body: Readable) => Readable
  /** As `stream`, for a body that is at hand. */
  readonly whole: (body: Buffer) => Readable
  readonly hasBegun: () => boolean
  /** What `beforeBody` threw, if it threw. */
  readonly refusal: () => { readonly cause: unknown } | null
}

/**
 * Holds a body back until `beforeBody` has answered.
 *
 * A stream is first read when the server asks for the body, so that is when `beforeBody` runs: once, however often the
 * connection below is made anew. A body that had begun is never given out again.
 */
export function bodyGate(beforeBody: (() => Promise<void>) | undefined): BodyGate {
  let asked: Promise<void> | undefined
  let begun = false
  let refusal: { cause: unknown } | null = null

  const ask = async () => {
    try {
      await beforeBody?.()
    } catch (cause) {
      refusal = { cause }
      throw cause
    }
  }

  const pass = async () => {
    asked ??= ask()
    await asked
    if (begun) throw new Error('This body has been sent before: it is not sent again.')
  }

  async function* gated(body: Readable): AsyncGenerator<Buffer> {
    await pass()
    for await (const chunk of body) {
      begun = true
      yield chunk as Buffer
    }
  }

  const whole = (body: Buffer): Readable => {
    const giveOut = (stream: Readable) => {
      if (stream.destroyed) return
      begun = true
      stream.push(body)
      stream.push(null)
    }
    let isRead = false
    return new Readable({
      read() {
        if (isRead) return
        isRead = true
        pass().then(
          () => giveOut(this),
          (fault: unknown) => this.destroy(fault as Error),
        )
      },
    })
  }

  return {
    whole,
    stream: (body) => Readable.from(gated(body), { objectMode: false }),
    hasBegun: () => begun,
    refusal: () => refusal,
  }
}
