import { isScreen, type Screen } from '../../../shared/contract/screens.ts'

/** What a screen keeps of its state in the address: short text by name. */
export type ScreenParams = Readonly<Record<string, string>>

/** Where the user is. The address holds all of it, so that back, forward and a bookmark work. */
export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'welcome' }
  /** Every organization of a platform. */
  | { readonly page: 'organizations' }
  /** `workspaceId`: whose connection is changed; null: a new one. */
  | { readonly page: 'connect'; readonly workspaceId: string | null }
  | { readonly page: 'workspace'; readonly workspaceId: string; readonly screen: Screen; readonly params: ScreenParams }

/** The route of a location hash. What cannot be read leads to the start page, which knows where to go on. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2)
  const parts = path.split('/').map(decode)
  const [first, id, screen] = parts
  if (first === 'welcome') return { page: 'welcome' }
  if (first === 'organizations') return { page: 'organizations' }
  if (first === 'connect') return { page: 'connect', workspaceId: id ? id : null }
  if (first === 'w' && id && isScreen(screen)) {
    return { page: 'workspace', workspaceId: id, screen, params: Object.fromEntries(new URLSearchParams(query)) }
  }
  return { page: 'start' }
}

/** The location hash of a route. */
export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'start':
      return '#/'
    case 'welcome':
      return '#/welcome'
    case 'organizations':
      return '#/organizations'
    case 'connect':
      return route.workspaceId === null ? '#/connect' : `#/connect/${encodeURIComponent(route.workspaceId)}`
    case 'workspace': {
      const query = new URLSearchParams(route.params).toString()
      return `#/w/${encodeURIComponent(route.workspaceId)}/${route.screen}${query === '' ? '' : `?${query}`}`
    }
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
