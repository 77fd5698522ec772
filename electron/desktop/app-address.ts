/** The scheme of the app's pages, of its own so that nothing else on the computer can serve or reach them. */
export const APP_SCHEME = 'app'
const APP_HOST = 'covercast'
/** The app's one page; its screens are in the hash. */
export const APP_URL = `${APP_SCHEME}://${APP_HOST}/`
/** Below this path lie the buttons of the shell's own pages: addresses that are never loaded. */
const ACTION_PATH = '/-/'

/** What a button of the shell's own pages asks for. */
export const PAGE_ACTIONS = ['try-again', 'open-log', 'quit'] as const
export type PageAction = (typeof PAGE_ACTIONS)[number]

/** Whether an address lies on the app's own origin. Compared part by part: an address that only begins alike does not. */
export function isAppAddress(address: string): boolean {
  const url = parse(address)
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  )
}

/** Whether an address is the app's page, on whatever screen. */
export function isAppPage(address: string): boolean {
  return isAppAddress(address) && new URL(address).pathname === '/'
}

export function pageActionPath(action: PageAction): string {
  return ACTION_PATH + action
}

/** The action that an address stands for; null: it is none. */
export function pageActionOf(address: string): PageAction | null {
  if (!isAppAddress(address)) return null
  const { pathname } = new URL(address)
  return PAGE_ACTIONS.find((action) => pageActionPath(action) === pathname) ?? null
}

function parse(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null
}
