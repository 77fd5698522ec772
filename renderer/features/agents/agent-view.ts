import type { ScreenParams } from '../../app/routing/route.ts'

/** Whose form is open. */
export type AgentView =
  | { readonly kind: 'none' }
  | { readonly kind: 'new' }
  | { readonly kind: 'agent'; readonly id: string }
  | { readonly kind: 'time-off' }
  | { readonly kind: 'fairness' }

/** What the address says of the screen. */
export function parseAgentView(params: ScreenParams): AgentView {
  const id = params['agent']
  if (id !== undefined && id !== '') return { kind: 'agent', id }
  if (params['time-off'] !== undefined) return { kind: 'time-off' }
  if (params['fairness'] !== undefined) return { kind: 'fairness' }
  return params['new'] === undefined ? { kind: 'none' } : { kind: 'new' }
}

export function formatAgentView(view: AgentView): ScreenParams {
  switch (view.kind) {
    case 'none':
      return {}
    case 'new':
      return { new: 'yes' }
    case 'agent':
      return { agent: view.id }
    case 'time-off':
      return { 'time-off': 'year' }
    case 'fairness':
      return { fairness: 'yes' }
  }
}
