import type { Formatter } from '../../../shared/language/formatter.ts'
import { type FileLanguage, fileFormatter } from '../core/file-language.ts'
import type { BackendContext } from '../core/context.ts'
import type { WorkspaceRecord } from '../threads/work-thread.ts'
import { timeZoneOf } from '../workspaces/workspace-by-id.ts'

/** In which words messages about a workspace are written: the same wherever they are sent from, where no language is asked for. */
export async function wordingOf(
  context: BackendContext,
  workspace: Pick<WorkspaceRecord, 'name' | 'organization' | 'settings'>,
  asked?: FileLanguage,
): Promise<{ readonly workspace: string; readonly timeZone: string; readonly format: Formatter }> {
  return {
    workspace: workspace.organization ?? workspace.name,
    timeZone: timeZoneOf(workspace, context),
    // As this computer's system writes, where nothing else is set.
    format: await fileFormatter(
      context,
      asked ?? { language: Intl.DateTimeFormat().resolvedOptions().locale, texts: null },
    ),
  }
}
