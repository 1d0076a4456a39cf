/** Called by Next once, before the first request, which waits for it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const { nameThePeer } = await import('./app/name-the-peer')
  nameThePeer()
  const { mendAddresses } = await import('./app/mend-addresses')
  mendAddresses()
  const { hardenConnections } = await import('./app/harden-connections')
  hardenConnections()
  const { followAnswers } = await import('./app/follow-answers')
  followAnswers()
  const { startInside } = await import('./worker/inside')
  await startInside()
}
