interface Scheme {
  readonly scheme: string
  readonly port: number
}

const schemes: Scheme[] = []

/** From now on `scheme://host/` is served at `http://host.scheme.localhost:port/`: Chromium lets nobody answer for a scheme of one's own. */
export function serveSchemeAt(scheme: string, port: number): void {
  schemes.push({ scheme, port })
}

/** The app's address of what the browser calls otherwise. */
export function toAppAddress(address: string): string {
  if (address.startsWith('blob:')) return `blob:${toAppAddress(address.slice('blob:'.length))}`
  if (!URL.canParse(address)) return address
  const url = new URL(address)
  const found = schemes.find(
    ({ scheme, port }) =>
      url.protocol === 'http:' && url.port === String(port) && url.hostname.endsWith(`.${scheme}.localhost`),
  )
  if (found === undefined) return address
  const host = url.hostname.slice(0, -`.${found.scheme}.localhost`.length)
  return `${found.scheme}://${host}${address.slice(url.origin.length)}`
}

/** The browser's address of an address of the app. */
export function toBrowserAddress(address: string): string {
  const url = new URL(address)
  const found = schemes.find(({ scheme }) => url.protocol === `${scheme}:`)
  if (found === undefined) return address
  return `http://${url.host}.${found.scheme}.localhost:${found.port}${url.pathname === '' ? '/' : url.pathname}${url.search}${url.hash}`
}
