type Log = { readonly error: (entry: object) => void }

/**
 * Does one of several pieces of work, none of which may keep the others from being done: a fault is told in the log by
 * the name of the work, and not thrown. The work must be found again at the next look.
 *
 * @returns whether it was done.
 */
export async function onItsOwn(
  log: Log,
  name: string,
  work: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (err) {
    log.error({ err, msg: `${name} failed and is tried again later` })
    return false
  }
}
