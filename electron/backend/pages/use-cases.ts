import type { z } from 'zod'
import type { BackendContext } from '../core/context.ts'
import { rememberedAccess } from '../sync/source-access.ts'
import { workspaceById } from '../workspaces/workspace-by-id.ts'
import type { testPagesInput } from './inputs.ts'

/**
 * Counts the visits of the last seven days by class of page, in the source and now; nothing is kept. Throws 'source-*'.
 */
export async function testPages(
  context: BackendContext,
  { workspaceId, rules, column }: z.output<typeof testPagesInput>,
  signal?: AbortSignal,
) {
  const workspace = await workspaceById(context.data.work(), workspaceId)
  const access = await rememberedAccess(context, workspace)
  const writer = context.data.writer(signal === undefined ? {} : { signal })
  const { from, to, visitors, problem } = await writer.tryPages(access, {
    organizationId: (access.settings.kind === 'postgres' && access.settings.organizationId) || null,
    column: column ?? workspace.settings.pageColumn,
    rules,
  })
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), visitors, problem }
}
