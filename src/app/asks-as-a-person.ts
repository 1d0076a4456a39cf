const PROGRAM =
  /bot\b|crawl|spider|slurp|preview|scan|monitor|curl|wget|python|java\/|go-http|feed/i

/** False for what says of itself that it is a program, or says nothing. */
export const asksAsAPerson = (headers: Headers): boolean => {
  const agent = headers.get('user-agent') ?? ''
  return agent !== '' && !PROGRAM.test(agent)
}

/** True where a browser opens a page; false where a page fetches its parts, or a browser looks ahead. */
export const opensAPage = (headers: Headers): boolean => {
  if ((headers.get('sec-purpose') ?? headers.get('purpose') ?? '').includes('prefetch'))
    return false
  const destination = headers.get('sec-fetch-dest')
  return destination === null
    ? (headers.get('accept') ?? '').includes('text/html')
    : destination === 'document'
}
