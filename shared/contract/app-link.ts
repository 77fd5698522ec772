import { isScreen, type Screen } from './screens.ts'

/** The scheme of links that open the app, as electron-builder.yml registers it with the system. */
export const LINK_SCHEME = 'covercast'

/** A screen that a link opens. */
export interface AppLink {
  /** null: the one that is open, or was used last. */
  readonly workspaceId: string | null
  readonly screen: Screen
  /** What the screen shows, as in the address of the page. */
  readonly params: Readonly<Record<string, string>>
}

const LONGEST_LINK = 2000
const LONGEST_VALUE = 200
const LINK = new RegExp(`^${LINK_SCHEME}://open/(?<screen>[a-z]+)/?(?:\\?(?<query>[^#]*))?$`, 'iu')
const WORKSPACE = 'workspace'
const WORKSPACE_ID = /^[\w-]{1,80}$/u

/** What a link may choose of a screen: what it looks at. What begins something (a search, a new agent, shifts to be planned) is not among it. */
const LINKED: Readonly<Record<Screen, readonly string[]>> = {
  today: [],
  coverage: [
    'range',
    'days',
    'from',
    'to',
    'zone',
    'pool',
    'countries',
    'pages',
    'value',
    'tab',
    'table',
    'trend',
    'cell',
  ],
  staffing: ['range', 'days', 'from', 'to', 'pool', 'tab', 'by'],
  plans: ['plan', 'week', 'compare'],
  compare: ['week'],
  agents: ['agent', 'time-off', 'fairness'],
  forecast: ['tab', 'week', 'past', 'by', 'slot', 'pool', 'table'],
  settings: [],
  log: [],
  about: [],
}

/** Whether a text has the scheme of our links, whether it opens anything or not. */
export function hasLinkScheme(text: string): boolean {
  return text.toLowerCase().startsWith(`${LINK_SCHEME}:`)
}

/**
 * What a link opens; null: it is none of ours. Anybody can write one, on a web page too, so it chooses a screen and what is looked at there,
 * and nothing else.
 */
export function parseAppLink(text: string): AppLink | null {
  // oxlint-disable-next-line no-control-regex -- control characters are read differently by different programs
  if (text.length > LONGEST_LINK || /[\u0000-\u0020\u007f]/u.test(text)) return null
  const { screen: name, query = '' } = LINK.exec(text)?.groups ?? {}
  const screen = name?.toLowerCase()
  if (!isScreen(screen)) return null
  const pairs = pairsOf(query)
  const workspaceId = pairs?.find(([key]) => key === WORKSPACE)?.[1] ?? null
  if (pairs === null || (workspaceId !== null && !WORKSPACE_ID.test(workspaceId))) return null
  return { workspaceId, screen, params: linked(screen, pairs) }
}

/** The link that opens a screen as it is now, as far as links can. */
export function formatAppLink({ workspaceId, screen, params }: AppLink): string {
  const pairs = [
    ...(workspaceId === null ? [] : [[WORKSPACE, workspaceId] as const]),
    ...Object.entries(linked(screen, Object.entries(params))),
  ]
  const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
  return `${LINK_SCHEME}://open/${screen}${query === '' ? '' : `?${query}`}`
}

function linked(screen: Screen, pairs: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pairs.filter(([key, value]) => LINKED[screen].includes(key) && value.length <= LONGEST_VALUE),
  )
}

/** null: it is no query. */
function pairsOf(query: string): readonly (readonly [string, string])[] | null {
  try {
    return query
      .split('&')
      .filter((part) => part !== '')
      .map((part) => {
        const [key = '', value = ''] = part.split('=', 2).map((one) => decodeURIComponent(one.replaceAll('+', ' ')))
        return [key, value] as const
      })
  } catch {
    return null
  }
}
