import type { ScreenParams } from '../../routing/route.ts'

/** Whose form is open. */
export type AgentView = { readonly kind: 'none' } | { readonly kind: 'new' } | { readonly kind: 'agent'; readonly id: string }

/** What the address says of the screen. */
export function parseAgentView(params: ScreenParams): AgentView {
  const id = params['agent']
  if (id !== undefined && id !== '') return { kind: 'agent', id }
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
  }
}
