import { registerHooks } from 'node:module'

/** What GitHub's own parser finds wrong in the text of a workflow. */
export async function workflowMistakes(name: string, content: string): Promise<readonly string[]> {
  // It imports its grammar as bundlers let it, without saying that this is JSON, which Node insists on.
  const hooks = registerHooks({
    load: (url, context, next) =>
      next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
  })
  try {
    const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')
    const { context } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
    return context.errors.getErrors().map(({ message }) => message)
  } finally {
    hooks.deregister()
  }
}
