/** A line of a list, by its number, from 0. */
type Fault = (number: number) => string

/** A list of a thousand people, 37 of whom cannot be taken in, each for a reason of seven. */
export function listWithFaults({
  domain,
  ofAnother,
}: {
  readonly domain: string
  /** The address of a member of another organisation. */
  readonly ofAnother: string
}): string {
  const faults: Fault[] = [
    (n) => `person${n}.${domain},Person ${n},,`,
    (n) => `person${n}@${domain},,Officer,`,
    (n) => `person${n}@elsewhere.example,Person ${n},,`,
    () => `person0@${domain},Person twice,,`,
    () => `${ofAnother},Somebody else’s,,`,
    (n) => `person${n}@${domain},${'x'.repeat(121)},,`,
    (n) => `person${n}@${domain},Person ${n},,No such topic`,
  ]
  const lines = Array.from({ length: 1000 }, (_, n) => {
    const isBad = n > 0 && n % 27 === 0 && n <= 999
    const fault = faults[(n / 27) % faults.length]
    return isBad && fault ? fault(n) : `person${n}@${domain},Person ${n},Officer,`
  })
  return ['email,name,job_title,topics', ...lines].join('\n')
}
